/** Changes to a file as chance and attackers make them, the same again for the same seed. */

/** Mulberry32: numbers from 0 up to 1. */
export function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    const mixed = Math.imul(state ^ (state >>> 15), state | 1)
    const again = mixed ^ (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61))
    return ((again ^ (again >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Bytes with a meaning in BER. */
const telling = [0x00, 0x01, 0x02, 0x04, 0x06, 0x24, 0x30, 0x7f, 0x80, 0x82, 0x84, 0xa0, 0xff]

/** One to three changes: a bit flipped, a telling byte put in, or bytes left out or repeated. */
export function mutate(original: Uint8Array, random: () => number): Uint8Array {
  const bytes = [...original]
  const below = (limit: number) => Math.floor(random() * limit)
  for (let changes = 1 + below(3); changes > 0; changes -= 1) {
    const position = below(bytes.length)
    const actions = [
      () => bytes.splice(position, 1, (bytes[position] ?? 0) ^ (1 << below(8))),
      () => bytes.splice(position, 1, telling[below(telling.length)] ?? 0),
      () => bytes.splice(position, 1 + below(4)),
      () => bytes.splice(position, 0, ...bytes.slice(position, position + below(9))),
    ]
    actions[below(actions.length)]?.()
  }
  return Uint8Array.from(bytes)
}
