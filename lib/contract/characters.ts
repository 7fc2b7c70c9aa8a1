/** Characters that nobody sees or that turn the text around them, and the names by which people find them. */

/** Letters that nobody sees, and blanks other than the usual one: copied along from a page or a mail. */
const invisible = /(?! )[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Zs}\p{Zl}\p{Zp}]/u

/** Unicode Standard Annex 9, section 2: what follows them may be shown in another order than it is read. */
const turning = /\p{Bidi_Control}/u

/** A letter or sign; the Braille pattern without dots is one by its category only. */
const seen = /(?!\u2800)[^\p{Default_Ignorable_Code_Point}\p{C}\p{Z}]/u

/** In lower case, as far as Unicode has a name for them. */
const names: Readonly<Record<number, string>> = {
  0xa0: 'no-break space',
  0xad: 'soft hyphen',
  0x61c: 'arabic letter mark',
  0x2009: 'thin space',
  0x200b: 'zero width space',
  0x200c: 'zero width non-joiner',
  0x200d: 'zero width joiner',
  0x200e: 'left-to-right mark',
  0x200f: 'right-to-left mark',
  0x202a: 'left-to-right embedding',
  0x202b: 'right-to-left embedding',
  0x202c: 'pop directional formatting',
  0x202d: 'left-to-right override',
  0x202e: 'right-to-left override',
  0x202f: 'narrow no-break space',
  0x2028: 'line separator',
  0x2060: 'word joiner',
  0x2066: 'left-to-right isolate',
  0x2067: 'right-to-left isolate',
  0x2068: 'first strong isolate',
  0x2069: 'pop directional isolate',
  0x3000: 'ideographic space',
  0xfe0f: 'variation selector-16',
  0xfeff: 'byte order mark',
}

/** As Unicode writes it: "U+202E". */
export const codePointText = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/** The first invisible character, as people can look it up: "zero width space, U+200B". A usual blank is none. */
export const invisibleCharacter = (text: string): string | null => firstOf(invisible, text)

/** The first character that changes the direction of text, named like an invisible one. */
export const turningCharacter = (text: string): string | null => firstOf(turning, text)

/** Whether there is anything to see. */
export const hasSomethingToSee = (text: string): boolean => seen.test(text)

function firstOf(kind: RegExp, text: string): string | null {
  const [found] = kind.exec(text) ?? []
  if (found === undefined) return null
  const name = names[found.codePointAt(0) ?? 0]
  return name ? `${name}, ${codePointText(found)}` : codePointText(found)
}
