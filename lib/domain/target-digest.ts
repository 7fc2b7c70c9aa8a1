/** A target that the test console may call, told to browsers without its name. */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/**
 * SHA-256 in hex.
 * @param authority `host:port` in lower case, as a configuration writes it
 */
export const targetDigest = (authority: string): string =>
  bytesToHex(sha256(utf8ToBytes(authority)))

/** The same of an address; null for a text that is none. */
export function targetDigestOf(url: string): string | null {
  if (!URL.canParse(url)) return null
  const { hostname, port } = new URL(url)
  return targetDigest(`${hostname.replace(/\.$/, '')}:${port || '443'}`)
}
