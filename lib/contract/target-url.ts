/** The parts that an endpoint URL may not have although a parser of URLs takes them. */

/** Letters that nobody sees, and blanks other than the usual one: copied along from a page or a mail. */
const invisible = /(?! )[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Zs}\p{Zl}\p{Zp}]/u

/** The names by which people find them (Unicode character names, in lower case). */
const names: Readonly<Record<number, string>> = {
  0xa0: 'no-break space',
  0xad: 'soft hyphen',
  0x2009: 'thin space',
  0x200b: 'zero width space',
  0x200c: 'zero width non-joiner',
  0x200d: 'zero width joiner',
  0x200e: 'left-to-right mark',
  0x200f: 'right-to-left mark',
  0x202a: 'left-to-right embedding',
  0x202c: 'pop directional formatting',
  0x202f: 'narrow no-break space',
  0x2028: 'line separator',
  0x2060: 'word joiner',
  0x3000: 'ideographic space',
  0xfe0f: 'variation selector-16',
  0xfeff: 'byte order mark',
}

/**
 * The first invisible character of an address, as people can look it up: "zero width space, U+200B". The
 * parser of WHATWG drops some of them from a host without a word, so that another address is saved than
 * is seen. A usual blank is a fault of its own.
 */
export function invisibleCharacter(url: string): string | null {
  const [found] = invisible.exec(url) ?? []
  const code = found?.codePointAt(0)
  if (code === undefined) return null
  const number = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
  return names[code] ? `${names[code]}, ${number}` : number
}

/** Whether the host has a part with nothing in it: `a..example`. One dot at the end is the root's. */
export function hasEmptyLabel(url: string): boolean {
  const { hostname } = new URL(url)
  return hostname.replace(/\.$/, '').split('.').includes('')
}
