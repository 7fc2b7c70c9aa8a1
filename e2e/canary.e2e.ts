import { fields, loyaltyApi, pages } from './support/connectors'
import { signIn } from './support/sign-in'
import { expect, test } from './support/test'

test.describe('what every test is watched by', () => {
  test.beforeEach(async ({ page, canary }) => {
    await signIn(page, 'User Flow Admin', pages.newConnector())
    await fields(page).password.fill(loyaltyApi.password)
    await fields(page).name.focus()
    await expect.poll(() => canary.secrets.has(loyaltyApi.password)).toBe(true)
    expect(await canary.leaks()).toEqual([])
  })

  test('sees a password in storage', async ({ page, canary }) => {
    await page.evaluate((secret) => sessionStorage.setItem('draft', secret), loyaltyApi.password)

    expect(await canary.leaks()).toEqual(['storage'])
    await page.evaluate(() => sessionStorage.removeItem('draft'))
  })

  test('sees a password on the page and in its address', async ({ page, canary }) => {
    await page.evaluate((secret) => {
      document.title = secret
      history.replaceState(null, '', `?draft=${encodeURIComponent(secret)}`)
    }, loyaltyApi.password)

    expect(await canary.leaks()).toEqual(['page', 'address'])
    await page.goto('about:blank')
  })

  test('knows the tokens that the page was given', async ({ page, canary }) => {
    await page.goto(pages.connectors())
    await expect(page.getByRole('grid', { name: 'API connectors' })).toBeVisible()

    expect([...canary.secrets].filter((secret) => secret.startsWith('eyJ'))).not.toEqual([])
  })
})
