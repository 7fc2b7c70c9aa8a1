import { createCipheriv } from 'node:crypto'
import { expect, test } from 'vitest'
import { encryptTripleDes } from './triple-des'

const bytes = (length: number, step: number) =>
  Uint8Array.from({ length }, (_, index) => (index * step + 5) % 256)

test.each([0, 1, 7, 8, 9, 16, 1200, 200_000])(
  'TripleDES over %i bytes is what OpenSSL makes of them',
  async (length) => {
    const [key, iv, plain] = [bytes(24, 37), bytes(8, 91), bytes(length, 13)]
    const cipher = createCipheriv('des-ede3-cbc', key, iv)
    const expected = Buffer.concat([cipher.update(plain), cipher.final()])

    const encrypted = await encryptTripleDes(key, iv, plain)

    expect(Buffer.compare(encrypted, expected)).toBe(0)
  },
)

test('takes its inputs where they lie in larger buffers, and leaves them as they are', async () => {
  const around = bytes(60, 7)
  const before = Uint8Array.from(around)
  const [key, iv, plain] = [around.subarray(1, 25), around.subarray(25, 33), around.subarray(33)]

  const encrypted = await encryptTripleDes(key, iv, plain)

  expect(encrypted).toEqual(
    await encryptTripleDes(Uint8Array.from(key), Uint8Array.from(iv), Uint8Array.from(plain)),
  )
  expect(around).toEqual(before)
})
