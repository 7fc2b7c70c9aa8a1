/** A language made from another, in which a text that was forgotten in the code stands out. */
import {
  isLiteralElement,
  isPluralElement,
  isSelectElement,
  isTagElement,
  parse,
  type MessageFormatElement,
} from '@formatjs/icu-messageformat-parser'

export type Texts = { readonly [key: string]: string | Texts }

/** The same catalogue with an accent on each letter; what ICU reads as syntax stays as it is. */
export const pseudoTexts = <Of extends Texts>(texts: Of): Of =>
  Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [
      key,
      typeof text === 'string' ? pseudoMessage(text) : pseudoTexts(text),
    ]),
  ) as Of // the keys are the same, and a text stays one

/** One message in ICU's MessageFormat. */
export function pseudoMessage(message: string): string {
  const literals = literalsIn(parse(message, { captureLocation: true }))
  return literals.reduceRight(
    (text, [start, end]) =>
      text.slice(0, start) + withAccents(text.slice(start, end)) + text.slice(end),
    message,
  )
}

/** From where to where the texts go that a person reads, in their order. */
function literalsIn(elements: readonly MessageFormatElement[]): [start: number, end: number][] {
  return elements.flatMap((element) => {
    if (isLiteralElement(element)) return placeOf(element)
    if (isTagElement(element)) return literalsIn(element.children)
    if (!isPluralElement(element) && !isSelectElement(element)) return []
    return Object.values(element.options).flatMap(({ value }) => literalsIn(value))
  })
}

function placeOf({ location }: MessageFormatElement): [start: number, end: number][] {
  return location ? [[location.start.offset, location.end.offset]] : []
}

const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
const strange = 'áƀćďéƒǧĥíĵķĺɱńóƥɋŕśťúṽŵẋýźÁƁĆĎÉƑǦĤÍĴĶĹṀŃÓƤɊŔŚŤÚṼŴẊÝŹ'

const withAccents = (text: string): string =>
  text.replace(/[a-z]/gi, (letter) => strange[plain.indexOf(letter)] ?? letter)
