/** SHA-1 (FIPS 180-4 section 6.1.2) over its own output, the inner loop of old files. */

const schedule = new Int32Array(80)

/** 20 bytes and their padding are one block; its last word is the length in bits. */
const digestWords = 5
const lengthWord = 15
const digestBits = 160
const paddingStart = 0x80000000 | 0

/** FIPS 180-4 section 5.3.1 and 4.2.1; signed, for 32-bit arithmetic. */
const h0 = 0x67452301
const h1 = 0xefcdab89 | 0
const h2 = 0x98badcfe | 0
const h3 = 0x10325476
const h4 = 0xc3d2e1f0 | 0
const k0 = 0x5a827999
const k1 = 0x6ed9eba1
const k2 = 0x8f1bbcdc | 0
const k3 = 0xca62c1d6 | 0

/**
 * Hashes the 20 bytes in place, as many times as `rounds`. Nothing is allocated, and the first words
 * of the schedule take the result at once: several times as fast as a general implementation.
 */
export function hashSha1Again(digest: Uint8Array, rounds: number): void {
  const view = new DataView(digest.buffer, digest.byteOffset, digest.byteLength)
  for (let index = 0; index < digestWords; index += 1) schedule[index] = view.getInt32(index * 4)
  schedule.fill(0, digestWords, lengthWord)
  schedule[digestWords] = paddingStart
  schedule[lengthWord] = digestBits
  for (let round = 0; round < rounds; round += 1) compress()
  for (let index = 0; index < digestWords; index += 1) view.setInt32(index * 4, word(index))
}

const word = (index: number): number => schedule[index] ?? 0

function expand(): void {
  for (let step = 16; step < 80; step += 1) {
    const mixed = word(step - 3) ^ word(step - 8) ^ word(step - 14) ^ word(step - 16)
    schedule[step] = (mixed << 1) | (mixed >>> 31)
  }
}

/**
 * One block, from the initial value back into the schedule. The four loops differ in their function
 * and constant only, which they have in place: a call in each step would take half as long again.
 */
function compress(): void {
  expand()
  let a = h0
  let b = h1
  let c = h2
  let d = h3
  let e = h4
  let next = 0
  for (let step = 0; step < 20; step += 1) {
    next = (((a << 5) | (a >>> 27)) + ((b & c) | (~b & d)) + e + k0 + word(step)) | 0
    e = d
    d = c
    c = (b << 30) | (b >>> 2)
    b = a
    a = next
  }
  for (let step = 20; step < 40; step += 1) {
    next = (((a << 5) | (a >>> 27)) + (b ^ c ^ d) + e + k1 + word(step)) | 0
    e = d
    d = c
    c = (b << 30) | (b >>> 2)
    b = a
    a = next
  }
  for (let step = 40; step < 60; step += 1) {
    next = (((a << 5) | (a >>> 27)) + ((b & c) | (b & d) | (c & d)) + e + k2 + word(step)) | 0
    e = d
    d = c
    c = (b << 30) | (b >>> 2)
    b = a
    a = next
  }
  for (let step = 60; step < 80; step += 1) {
    next = (((a << 5) | (a >>> 27)) + (b ^ c ^ d) + e + k3 + word(step)) | 0
    e = d
    d = c
    c = (b << 30) | (b >>> 2)
    b = a
    a = next
  }
  schedule[0] = (a + h0) | 0
  schedule[1] = (b + h1) | 0
  schedule[2] = (c + h2) | 0
  schedule[3] = (d + h3) | 0
  schedule[4] = (e + h4) | 0
}
