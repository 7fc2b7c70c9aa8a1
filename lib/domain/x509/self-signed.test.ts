import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readCertificate } from './certificate'
import { selfSignedState } from './self-signed'

const bytes = Uint8Array.from(
  readFileSync(new URL('../pkcs12/fixtures/certificate.cer', import.meta.url)),
)

/** The signature is at the end; the names do not change with it. */
function withLastByte(change: (byte: number) => number): Uint8Array {
  return bytes.with(-1, change(bytes.at(-1) ?? 0))
}

describe('whether a certificate is self-signed', () => {
  test('is proven by its signature', async () => {
    expect(await selfSignedState(readCertificate(bytes))).toEqual({
      isSelfSigned: true,
      isVerified: true,
    })
  })

  test('is not a matter of names alone', async () => {
    const forged = readCertificate(withLastByte((byte) => byte ^ 1))

    expect(forged.facts.subject).toBe(forged.facts.issuer)
    expect(await selfSignedState(forged)).toEqual({ isSelfSigned: false, isVerified: true })
  })

  test('is judged by the names where the algorithm is not known here', async () => {
    const certificate = readCertificate(bytes)
    const algorithm = { identifier: '1.2.3', parameters: undefined }
    const unknown = { ...certificate, signature: { ...certificate.signature, algorithm } }

    expect(await selfSignedState(unknown)).toEqual({ isSelfSigned: true, isVerified: false })
  })

  test.each([
    ['three numbers', [0x30, 9, 2, 1, 1, 2, 1, 1, 2, 1, 1]],
    ['a number that is too long', [0x30, 38, 2, 33, ...new Array<number>(33).fill(1), 2, 1, 1]],
    ['no numbers at all', [1, 2, 3]],
  ])('is denied for a signature of %s', async (_title, value) => {
    const certificate = readCertificate(bytes)
    const signature = { ...certificate.signature, value: Uint8Array.from(value) }

    expect(await selfSignedState({ ...certificate, signature })).toMatchObject({
      isSelfSigned: false,
    })
  })
})
