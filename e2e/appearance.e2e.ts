import type { Page } from '@playwright/test'
import { axe } from './support/axe'
import { shadeOf, shadesSoFar, watchEveryFrame } from './support/colours'
import { demoIds, expectNoSidewaysScroll, pages } from './support/connectors'
import { tabTo } from './support/keyboard'
import { signIn } from './support/sign-in'
import { expect, test } from './support/test'

const colours = (page: Page) => page.getByRole('button', { name: 'Colours' })

async function chooseColours(page: Page, name: string) {
  await colours(page).click()
  await page.getByRole('menuitemradio', { name }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toBeHidden()
}

const listIsShown = (page: Page) =>
  expect(page.getByRole('grid', { name: 'API connectors' })).toBeVisible()

const signInIsShown = (page: Page) =>
  expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()

for (const [wish, media, shade] of [
  ['light colours', { colorScheme: 'light' }, 'light'],
  ['dark colours', { colorScheme: 'dark' }, 'dark'],
  ['more contrast', { colorScheme: 'light', contrast: 'more' }, 'black'],
  ['more contrast and dark colours', { colorScheme: 'dark', contrast: 'more' }, 'black'],
  ['its own light colours', { colorScheme: 'light', forcedColors: 'active' }, 'light'],
  ['its own dark colours', { colorScheme: 'dark', forcedColors: 'active' }, 'black'],
] as const) {
  test(`a system that wants ${wish} gets them before and after sign-in`, async ({ page }) => {
    await page.emulateMedia(media)

    await page.goto('/')
    await signInIsShown(page)
    expect(await shadeOf(page), 'the sign-in page').toBe(shade)

    await signIn(page)
    await listIsShown(page)
    expect(await shadeOf(page), 'the list').toBe(shade)
  })
}

for (const [choice, system, shade] of [
  ['Light', 'dark', 'light'],
  ['Dark', 'light', 'dark'],
  ['High contrast', 'light', 'black'],
] as const) {
  test(`the colours ${choice} can be chosen against the system and are remembered`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: system })
    await signIn(page)

    await chooseColours(page, choice)
    await expect.poll(() => shadeOf(page)).toBe(shade)
    await page.reload()

    await listIsShown(page)
    expect(await shadeOf(page)).toBe(shade)
    await colours(page).click()
    await expect(page.getByRole('menuitemradio', { name: choice })).toBeChecked()
  })
}

test('colours as the system follow it again, while the page is open', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await signIn(page)
  await chooseColours(page, 'High contrast')

  await chooseColours(page, 'As the system')

  await expect.poll(() => shadeOf(page)).toBe('light')
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect.poll(() => shadeOf(page)).toBe('dark')
})

test('a choice of colours reaches the other tabs, their texts included', async ({
  page,
  context,
}) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await signIn(page)
  const other = await context.newPage()
  await other.emulateMedia({ colorScheme: 'light' })
  await other.goto(pages.setup())
  await expect(colours(other)).toBeVisible()

  await chooseColours(page, 'Dark')

  await expect.poll(() => shadeOf(other)).toBe('dark')
  await axe(other)
})

for (const choice of ['Dark', 'High contrast'] as const) {
  test(`the pages of somebody who has left follow the choice ${choice}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light' })
    await signIn(page)
    await chooseColours(page, choice)

    await page.getByRole('button', { name: 'Account' }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()

    await expect(page.getByRole('heading', { name: 'You are signed out' })).toBeVisible()
    expect(await shadeOf(page)).not.toBe('light')
    await page.goto('/')
    await signInIsShown(page)
    expect(await shadeOf(page)).not.toBe('light')
  })
}

test('a dark page never flashes light while it loads', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await signIn(page)
  await chooseColours(page, 'Dark')
  await watchEveryFrame(page)

  await page.reload()

  await listIsShown(page)
  expect(await shadesSoFar(page)).toEqual(['dark'])
})

test('a page of high contrast never flashes light while it loads', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light', contrast: 'more' })
  await signIn(page)
  await watchEveryFrame(page)

  await page.reload()

  await listIsShown(page)
  expect(await shadesSoFar(page)).toEqual(['black'])
})

test('a reload does not flash the sign-in page at somebody with a session', async ({ page }) => {
  await signIn(page)
  const signInButton = page.getByRole('button', { name: 'Sign in', exact: true })

  await page.reload({ waitUntil: 'commit' })

  await expect(signInButton).toBeHidden()
  await listIsShown(page)
  await expect(signInButton).toBeHidden()
})

test('the keyboard can skip the navigation', async ({ page }) => {
  await signIn(page)
  await page.goto(pages.setup())
  const skip = page.getByRole('link', { name: 'Skip to content' })
  await tabTo(page, skip)
  await expect(skip).toBeInViewport()

  await page.keyboard.press('Enter')

  await expect(page.getByRole('main')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'To the connectors' })).toBeFocused()
})

test.describe('in a window as narrow as a phone', () => {
  test.use({ viewport: { width: 320, height: 640 } })

  test('no page for visitors scrolls sideways', async ({ page }) => {
    for (const [address, heading] of [
      ['/', 'API connectors, under control'],
      [pages.setup(), 'Setup'],
      [pages.signedOut(), 'You are signed out'],
    ] as const) {
      await page.goto(address)
      await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
      await expectNoSidewaysScroll(page)
    }
  })

  const long = pages.connector(demoIds.terms)
  const two = pages.connector(demoIds.membership)
  for (const [address, landmark] of [
    [pages.connectors(), 'Age verification'],
    [pages.newConnector(), 'Authentication type'],
    [two, 'Client certificate'],
    [`${two}?tab=certificates`, 'Standby'],
    [`${two}?tab=code`, 'As Microsoft Graph sent it'],
    [long, 'Basic: username and password'],
    [pages.editConnector(demoIds.terms), 'Nothing has been changed yet.'],
    [pages.userFlows(), 'B2X_1_store-staff'],
    [pages.setup(), 'Register the application'],
    ['/nowhere', 'There is no such page'],
  ] as const) {
    test(`${address} does not scroll sideways`, async ({ page, consoleErrors }) => {
      consoleErrors.allow(/status of 404.*nowhere/)
      await signIn(page)

      await page.goto(address)

      await expect(page.getByRole('main')).toContainText(landmark)
      await expectNoSidewaysScroll(page)
    })
  }

  test('the questions and forms above a page fit in', async ({ page }) => {
    await signIn(page, 'User Flow Admin', two)
    for (const name of ['Delete', 'Upload certificate']) {
      await page.getByRole('main').getByRole('button', { name }).click()
      const dialog = page.getByRole('dialog')

      await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeInViewport()
      await expectNoSidewaysScroll(page)
      await page.keyboard.press('Escape')
      await expect(dialog).toBeHidden()
    }
  })
})
