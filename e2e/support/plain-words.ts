/** Words that a person reads on a page and that no catalogue has put there. */
import type { Page } from '@playwright/test'

/** Words that Intl writes in any language that falls back to English. */
const words = [
  'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec AM PM GMT UTC',
  'in ago now today tomorrow yesterday next last day days week weeks month months year years',
]

/**
 * The texts and labels of the page in which a word of plain letters remains, once everything that is
 * data has been taken out.
 */
export async function plainWordsOn(page: Page, data: readonly string[]): Promise<string[]> {
  const known = new Set([...data, ...words].flatMap(wordsOf))
  const texts = await page.evaluate(textsInSight)
  return [...new Set(texts)].filter((text) => wordsOf(text).some((word) => !known.has(word)))
}

const wordsOf = (text: string): string[] => text.match(/(?<!\p{L})[a-z]{2,}(?!\p{L})/giu) ?? []

/** Runs in the page. Code, and what somebody has typed, is nobody's language. */
function textsInSight(): string[] {
  const isCode = (element: Element) =>
    element.closest('code, pre, textarea, script, style') !== null
  const elements = [...document.body.querySelectorAll('*')].filter((element) => !isCode(element))
  const labels = elements.flatMap((element) =>
    ['aria-label', 'title', 'placeholder', 'alt'].flatMap(
      (name) => element.getAttribute(name) ?? [],
    ),
  )
  const own = elements.flatMap((element) =>
    [...element.childNodes]
      .filter((node) => node.nodeType === Node.TEXT_NODE && element.checkVisibility())
      .map((node) => node.textContent ?? ''),
  )
  return [...labels, ...own, document.title]
    .map((text) => text.trim())
    .filter((text) => text !== '')
}

/** Every text in the values of something, however deep. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsIn)
}
