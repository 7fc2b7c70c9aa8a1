/**
 * Dates and times as the browser's own language writes them, in the reader's time zone: a portal in English is
 * read in Zurich and in Sydney.
 */

const formats = {
  day: { dateStyle: 'medium' },
  moment: { dateStyle: 'medium', timeStyle: 'short' },
  second: { dateStyle: 'medium', timeStyle: 'medium' },
  time: { timeStyle: 'short' },
  /** With the name of the zone: where a moment decides something. */
  zoned: {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  },
  month: { month: 'short', timeZone: 'UTC' },
  monthOfYear: { month: 'short', year: 'numeric', timeZone: 'UTC' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

export type MomentFormat = keyof typeof formats

const made = new Map<MomentFormat, Intl.DateTimeFormat>()

/** The text of a moment in epoch milliseconds. */
export function momentText(milliseconds: number, name: MomentFormat = 'moment'): string {
  const format =
    made.get(name) ?? new Intl.DateTimeFormat(languageTags(navigator.languages), formats[name])
  made.set(name, format)
  return format.format(milliseconds)
}

/**
 * The languages by which Intl can write; for any other it throws. Chromium on a Linux system whose locale is
 * `C` or `POSIX` says "en-US@posix", which is no language tag (BCP 47).
 */
export function languageTags(languages: readonly string[]): string[] {
  return languages.map(withoutModifier).filter(isLanguageTag)
}

const withoutModifier = (language: string) => language.replace(/@.*$/, '')

function isLanguageTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1
  } catch {
    return false
  }
}
