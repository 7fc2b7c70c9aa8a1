/** Names and addresses from a tenant as a page may show them: nothing in them hides, or turns what is around them. */
import { codePointText, hasSomethingToSee } from '../contract/characters'

/** Of what nobody sees, the joiners and variants that writing and emoji need are left as they are. */
const hidden =
  /[\p{Bidi_Control}\p{Cc}\p{Zl}\p{Zp}\u00ad\u200b\u2060-\u2064\ufeff\ufff9-\ufffb\u{e0001}]/gu

/** Any character. */
const each = /./gsu

/** Scripts that run from right to left stand in these blocks (Unicode: DerivedBidiClass). */
const rightToLeft =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

const [firstStrongIsolate, popDirectionalIsolate] = ['\u2068', '\u2069']

/**
 * A name that can be seen and stands anywhere in a sentence without changing its order (Unicode Standard
 * Annex 9, section 2.4.2). What hides in it is spelled out, "[U+202E]"; empty for an empty or blank one.
 */
export function shownName(name: string): string {
  const spelled = spelledOut(name.trim())
  return rightToLeft.test(spelled) ? firstStrongIsolate + spelled + popDirectionalIsolate : spelled
}

/** Whether people can type the name that they see. */
export const canBeTyped = (name: string): boolean => {
  const trimmed = name.trim()
  return trimmed !== '' && spelledOut(trimmed) === trimmed
}

/** In UTF-16 units. A browser needs seconds to lay out a megabyte, wherever it stands. */
const longText = 4096

/** The text with what hides in it spelled out, all of it where there is nothing to see; a long one shortened. */
export function spelledOut(text: string): string {
  const short = text.length > longText ? `${text.slice(0, longText)}…` : text
  const kind = hasSomethingToSee(text) ? hidden : each
  return short.replaceAll(kind, (found) => `[${codePointText(found)}]`)
}
