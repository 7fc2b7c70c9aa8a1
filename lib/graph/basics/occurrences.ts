/**
 * Where a text occurs in another, as pairs of start and end. The time is linear in both (Knuth, Morris and
 * Pratt): who chooses the texts cannot make it long, as they can with the search of the language. What is
 * wanted is made ready once, for all the texts that are searched for it.
 */
export function occurrencesOf(wanted: string): (text: string) => Occurrence[] {
  const borders = bordersOf(wanted)
  return (text) => {
    const found: Occurrence[] = []
    if (wanted === '' || text.length < wanted.length) return found
    let matched = 0
    for (let at = 0; at < text.length; at += 1) {
      matched = longer(wanted, borders, { matched, unit: text[at] })
      if (matched === wanted.length) {
        found.push([at + 1 - matched, at + 1])
        matched = 0
      }
    }
    return found
  }
}

export type Occurrence = readonly [start: number, end: number]

/** For each beginning of the text, how long the longest shorter beginning is that it also ends with. */
function bordersOf(wanted: string): readonly number[] {
  const borders = [0]
  for (let at = 1; at < wanted.length; at += 1) {
    borders.push(longer(wanted, borders, { matched: borders[at - 1] ?? 0, unit: wanted[at] }))
  }
  return borders
}

type State = { readonly matched: number; readonly unit: string | undefined }

/** How much of the wanted text is matched after one more code unit. */
function longer(wanted: string, borders: readonly number[], { matched, unit }: State): number {
  let length = matched
  while (length > 0 && wanted[length] !== unit) length = borders[length - 1] ?? 0
  return wanted[length] === unit ? length + 1 : 0
}
