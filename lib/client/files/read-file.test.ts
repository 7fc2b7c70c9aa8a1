import { expect, test } from 'vitest'
import { readFile, toBase64 } from './read-file'

test.each([0, 1, 2, 3, 0x8000, 0x8001, 131_072])(
  '%i bytes become the base64 Node makes',
  (size) => {
    const bytes = Uint8Array.from({ length: size }, (_, index) => (index * 31) % 256)

    expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'))
  },
)

test('a file that is too large is read only as far as it takes to see that', async () => {
  const file = new File([new Uint8Array(10_000)], 'big.pfx')

  const chosen = await readFile(file, 100)

  expect(chosen).toMatchObject({ name: 'big.pfx', sizeBytes: 10_000 })
  expect(chosen.bytes).toHaveLength(101)
})
