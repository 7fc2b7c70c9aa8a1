/** The keyboard alone, as people use it who see no pointer or cannot hold one. */
import { expect, type Locator, type Page } from '@playwright/test'

/** More than any page of the portal has places to stop at. */
const manyStops = 60

/** Presses Tab until the focus is there. */
export async function tabTo(page: Page, target: Locator) {
  await expect(target).toBeVisible()
  for (let stop = 0; stop < manyStops && !(await hasFocus(target)); stop += 1) {
    await page.keyboard.press('Tab')
  }
  await expect(target).toBeFocused()
}

const hasFocus = (target: Locator) =>
  target.evaluate((element) => element === element.ownerDocument.activeElement)
