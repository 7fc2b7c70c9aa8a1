/** The languages there are. `en-XA` is no language: it shows which texts are not in the catalogue. */
export const locales = ['en', 'en-XA'] as const

export type Locale = (typeof locales)[number]

const key = Symbol.for('api-connectors-portal.locale')

// Next may load a module once for each route; the symbol is ours alone.
const shared = globalThis as typeof globalThis & { [key]?: Locale }

/** The language of this process; English until another is chosen. */
export const chosenLocale = (): Locale => shared[key] ?? 'en'

export function chooseLocale(locale: Locale): void {
  shared[key] = locale
}
