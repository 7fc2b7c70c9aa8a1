/** Which colours a person sees, read from the page as the browser has computed them. */
import type { Page } from '@playwright/test'

export type Shade = 'light' | 'dark' | 'black'

/** What lies behind the middle of the page. */
export async function shadeOf(page: Page): Promise<Shade> {
  return shade(await page.evaluate(seenBackground))
}

/** The colour of the page itself, whatever lies above it. */
export async function bodyShade(page: Page): Promise<Shade> {
  return shade(await page.evaluate(() => getComputedStyle(document.body).backgroundColor))
}

/** The ground of each theme on the page: of its content and of what is open above it. */
export async function themeShades(page: Page): Promise<Shade[]> {
  const grounds = await page.evaluate(() =>
    [...document.querySelectorAll('.fui-FluentProvider')].map((provider) => {
      const ground = document.createElement('span')
      ground.style.cssText = 'forced-color-adjust: none; color: var(--colorNeutralBackground1)'
      provider.append(ground)
      const { color } = getComputedStyle(ground)
      ground.remove()
      return color
    }),
  )
  return grounds.map(shade)
}

/** From the next page on, looks at every frame that the browser paints. */
export async function watchEveryFrame(page: Page) {
  await page.addInitScript(`(function () {
    const seen = (window.seenBackgrounds = [])
    const look = () => {
      if (document.body) seen.push((${seenBackground.toString()})())
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })()`)
}

/** The different shades that were seen since the page began, in the order of their appearance. */
export async function shadesSoFar(page: Page): Promise<Shade[]> {
  const seen = await page.evaluate<string[]>('window.seenBackgrounds')
  return [...new Set(seen.map(shade))]
}

/** Runs in the page. Below its content, a page shows the background of its body. */
function seenBackground(): string {
  const transparent = 'rgba(0, 0, 0, 0)'
  const place = document.elementFromPoint(innerWidth / 2, innerHeight - 8)
  for (let element = place; element; element = element.parentElement) {
    const { backgroundColor } = getComputedStyle(element)
    if (backgroundColor !== transparent) return backgroundColor
  }
  return getComputedStyle(document.body).backgroundColor
}

function shade(background: string): Shade {
  const [red = 0, green = 0, blue = 0] = (background.match(/[\d.]+/g) ?? []).map(Number)
  const brightness = (red + green + blue) / 3
  if (brightness === 0) return 'black'
  return brightness < 128 ? 'dark' : 'light'
}
