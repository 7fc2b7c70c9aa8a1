/** The key derivation of PKCS#12 itself (RFC 7292 appendix B) and the form it takes a password in. */
import { sha1 } from '@noble/hashes/legacy.js'
import type { CHash } from '@noble/hashes/utils.js'
import { hashSha1Again } from './sha1-rounds'

/** The purpose of a key: the "ID byte" of RFC 7292 appendix B.3. */
export const keyPurpose = { encryption: 1, initialVector: 2, integrity: 3 } as const

export type Pkcs12KeyRequest = {
  readonly hash: CHash
  readonly purpose: (typeof keyPurpose)[keyof typeof keyPurpose]
  readonly password: Uint8Array
  readonly salt: Uint8Array
  readonly iterations: number
  readonly keyBytes: number
}

/** A password in the forms that writers have given it, in the order to try. */
export type Password = {
  /** For the derivation of PKCS#12. */
  readonly forms: readonly Uint8Array[]
  /** For PBKDF2. */
  readonly pbkdf2Forms: readonly Uint8Array[]
}

/**
 * UTF-16, big-endian, with a NUL behind it (RFC 7292 appendix B.1); UTF-8 without one for PBKDF2
 * (RFC 9579 section 6). No password is written in two ways, as a NUL alone and as nothing at all
 * (GnuTLS). Beyond ASCII writers differ: OpenSSL 1.0 made a unit of each byte that the terminal sent,
 * and some give Latin-1 to PBKDF2.
 */
export function passwordOf(text: string): Password {
  const units = Array.from({ length: text.length }, (_none, index) => text.charCodeAt(index))
  const utf8 = new TextEncoder().encode(text)
  if (text === '') return { forms: [withNul([]), new Uint8Array(0)], pbkdf2Forms: [utf8] }
  const isAscii = units.every((unit) => unit < 0x80)
  if (isAscii) return { forms: [withNul(units)], pbkdf2Forms: [utf8] }
  const isLatin1 = units.every((unit) => unit <= 0xff)
  return {
    forms: [withNul(units), withNul([...utf8])],
    pbkdf2Forms: isLatin1 ? [utf8, Uint8Array.from(units)] : [utf8],
  }
}

/** Units of 16 bits, big-endian, and one of zero behind them. */
function withNul(units: readonly number[]): Uint8Array {
  const form = new Uint8Array((units.length + 1) * 2)
  const view = new DataView(form.buffer)
  units.forEach((unit, index) => view.setUint16(index * 2, unit))
  return form
}

/** RFC 7292 appendix B.2. Check `iterations` first: they are what this costs, without a pause. */
export function derivePkcs12Key(request: Pkcs12KeyRequest): Uint8Array {
  const { hash, iterations, keyBytes } = request
  const diversifier = new Uint8Array(hash.blockLen).fill(request.purpose)
  const input = saltAndPassword(request)
  const key = new Uint8Array(keyBytes)
  for (let offset = 0; offset < keyBytes; offset += hash.outputLen) {
    const digest: Uint8Array = hash.create().update(diversifier).update(input).digest()
    hashAgain(hash, digest, iterations - 1)
    key.set(digest.subarray(0, keyBytes - offset), offset)
    addToBlocks(input, digest, hash.blockLen)
  }
  return key
}

/** Both repeated to whole blocks, one behind the other (steps 2 to 4). */
function saltAndPassword({ hash, salt, password }: Pkcs12KeyRequest): Uint8Array {
  const wholeBlocks = (length: number) => Math.ceil(length / hash.blockLen) * hash.blockLen
  const saltBytes = wholeBlocks(salt.length)
  const input = new Uint8Array(saltBytes + wholeBlocks(password.length))
  repeatInto(input.subarray(0, saltBytes), salt)
  repeatInto(input.subarray(saltBytes), password)
  return input
}

function repeatInto(target: Uint8Array, source: Uint8Array): void {
  for (let offset = 0; offset < target.length; offset += source.length) {
    target.set(source.subarray(0, target.length - offset), offset)
  }
}

/** Hashes the digest in place. One state is used over and over: a new one a round takes twice as long. */
function hashAgain(hash: CHash, digest: Uint8Array, rounds: number): void {
  if (hash === sha1) return hashSha1Again(digest, rounds)
  const initial = hash.create()
  const state = hash.create()
  for (let round = 0; round < rounds; round += 1) {
    initial._cloneInto(state)
    state.update(digest).digestInto(digest)
  }
}

/** Adds the digest, repeated to a block, plus one to each block as to a big-endian number (step 6.C). */
function addToBlocks(input: Uint8Array, digest: Uint8Array, blockBytes: number): void {
  for (let block = 0; block < input.length; block += blockBytes) {
    let carry = 1
    for (let index = blockBytes - 1; index >= 0; index -= 1) {
      carry += (input[block + index] ?? 0) + (digest[index % digest.length] ?? 0)
      input[block + index] = carry
      carry >>= 8
    }
  }
}
