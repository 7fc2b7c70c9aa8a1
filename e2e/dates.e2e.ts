/** Dates as the reader writes them. */
import { pages } from './support/connectors'
import { signIn } from './support/sign-in'
import { expect, test } from './support/test'

test('dates are written as the browser’s language has them, and say their zone when hovered', async ({
  browser,
}) => {
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Zurich' })
  const page = await context.newPage()
  await signIn(page, 'User Flow Admin', `${pages.certificates()}?group=urgent`)

  const end = page.getByRole('gridcell').locator('time').last()

  await expect(end).toHaveText(/^\d{1,2} \w{3,4} 20\d\d$/)
  await expect(end).toHaveAttribute('title', /GMT\+[12]|CES?T/)
  await expect(page.getByTitle(/GMT\+[12]|CES?T/).first()).toBeVisible()
  await context.close()
})
