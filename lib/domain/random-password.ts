/** No 0, O and o, no 1, I and l. ASCII alone, because Java's keytool refuses anything else. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789'

/** 24 of 56 characters are 139 bits: beyond guessing, even where a file format spends little on it. */
const passwordLength = 24

/** Bytes from here on would make the first characters of the alphabet likelier than the rest. */
const unbiasedBytes = 256 - (256 % alphabet.length)

/** A password for a file that the portal makes, to be read aloud and typed if need be. */
export function randomPassword(): string {
  let password = ''
  while (password.length < passwordLength) {
    const bytes = crypto.getRandomValues(new Uint8Array(passwordLength))
    password += Array.from(
      bytes.filter((byte) => byte < unbiasedBytes),
      characterOf,
    ).join('')
  }
  return password.slice(0, passwordLength)
}

const characterOf = (byte: number): string => alphabet.charAt(byte % alphabet.length)
