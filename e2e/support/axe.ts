import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { bodyShade, themeShades, type Shade } from './colours'

/** The page's colour, the theme's own (which forced colours lie above), and what makes them so. */
const looks = [
  ['light', 'light', { colorScheme: 'light' }],
  ['dark', 'dark', { colorScheme: 'dark' }],
  ['black', 'black', { colorScheme: 'light', contrast: 'more' }],
  ['black', 'dark', { colorScheme: 'dark', contrast: null, forcedColors: 'active' }],
] as const

/** What axe judges by the colours that are seen; everything else is the same in each look. */
const colourRules = ['color-contrast', 'link-in-text-block']

/** Finds no barrier on the page as it is now; every rule of axe is on. */
export async function axe(page: Page) {
  // What is still being read is replaced while axe looks, and what has been replaced has no colours.
  await expect(page.getByText('Checking…')).toHaveCount(0)
  await expectNoBarrier(new AxeBuilder({ page }))
}

/** As `axe`, and again by the colours of every look a person can have. Ends as it began: light. */
export async function axeInAllColours(page: Page) {
  await axe(page)
  for (const [shade, theme, media] of looks.slice(1)) {
    await page.emulateMedia(media)
    await expectDrawn(page, shade, theme)
    await expectNoBarrier(new AxeBuilder({ page }).withRules(colourRules))
  }
  await page.emulateMedia({ colorScheme: 'light', forcedColors: null })
  await expectDrawn(page, 'light', 'light')
}

/** The page's own colours follow the media at once, the theme's only when React has drawn again. */
async function expectDrawn(page: Page, shade: Shade, theme: Shade) {
  await expect.poll(() => bodyShade(page)).toBe(shade)
  await expect
    .poll(async () => (await themeShades(page)).every((each) => each === theme))
    .toBe(true)
}

async function expectNoBarrier(builder: AxeBuilder) {
  const { violations } = await builder.analyze()
  const barriers = violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes.map(({ html, target }) => `  ${String(target)}  ${html}`).join('\n')}`,
  )
  expect(barriers, 'barriers found by axe').toEqual([])
}
