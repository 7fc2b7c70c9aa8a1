/** RC4, which some very old files are encrypted with. */
export function decryptRc4(key: Uint8Array, ciphertext: Uint8Array): Uint8Array {
  const state = scheduleOf(key)
  const at = (index: number) => state[index & 0xff] ?? 0
  let j = 0
  return ciphertext.map((byte, index) => {
    const i = (index + 1) & 0xff
    j = (j + at(i)) & 0xff
    swap(state, i, j)
    return byte ^ at(at(i) + at(j))
  })
}

function scheduleOf(key: Uint8Array): Uint8Array {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index)
  let j = 0
  for (let i = 0; i < 256; i += 1) {
    j = (j + (state[i] ?? 0) + (key[i % key.length] ?? 0)) & 0xff
    swap(state, i, j)
  }
  return state
}

function swap(state: Uint8Array, one: number, other: number): void {
  const kept = state[one] ?? 0
  state[one] = state[other] ?? 0
  state[other] = kept
}
