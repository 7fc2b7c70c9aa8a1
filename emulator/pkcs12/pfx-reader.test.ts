import { afterAll, describe, expect, test } from 'vitest'
import { makePfx } from '../testing/make-pfx'
import { createPfxReader, usesPbes2 } from './pfx-reader'

const reader = createPfxReader()
afterAll(() => reader.stop())

const accepting = { refuseAes: false }

describe('a file is opened', () => {
  test.each([
    ['with TripleDES', {}],
    ['with AES, where that is allowed', { encryption: 'aes256' as const }],
    ['without an integrity check', { mac: false }],
    ['with its issuer before it', { chain: 'issuer-first' as const }],
    ['with its issuer behind it', { chain: 'leaf-first' as const }],
    ['with a short key', { keyBits: 1024 as const }],
    ['with a name that is not English', { subject: 'API Zürich 東京' }],
    ['that has run out', { notBefore: new Date(0), notAfter: new Date(86_400_000) }],
    ['that is valid for long', { notAfter: new Date('2060-01-01') }],
  ])('%s', async (_name, wish) => {
    const { base64, thumbprint, notBefore, notAfter } = makePfx({ password: 'secret', ...wish })
    const reading = await reader.open(base64, 'secret', accepting)
    expect(reading).toEqual({ kind: 'opened', thumbprint, notBefore, notAfter })
  })

  test.each(['', ' ', 'Grüße€', 'a"b\\c'])('with the password %j', async (password) => {
    const { base64 } = makePfx({ password })
    expect((await reader.open(base64, password, accepting)).kind).toBe('opened')
  })
})

describe('a file is refused', () => {
  const { base64 } = makePfx({ password: 'secret' })
  const kindOf = async (file: string, password = 'secret') =>
    (await reader.open(file, password, accepting)).kind

  test.each(['', 'Secret', 'wrong'])('with the wrong password %j', async (password) => {
    expect(await kindOf(base64, password)).toBe('wrong-password')
  })

  test('that is encrypted with AES, before anything is derived from the password', async () => {
    const aes = makePfx({ password: 'secret', encryption: 'aes256' })
    const reading = await reader.open(aes.base64, 'wrong', { refuseAes: true })
    expect(reading.kind).toBe('aes-refused')
    expect(usesPbes2(aes.pfx)).toBe(true)
    expect(usesPbes2(Buffer.from(base64, 'base64'))).toBe(false)
  })

  test.each([
    ['no base64', '%%%%'],
    ['nothing', ''],
    ['a text', Buffer.from('hello').toString('base64')],
    ['half a file', base64.slice(0, 800)],
    ['an empty sequence', 'MAA='],
  ])('that is %s', async (_name, file) => {
    expect(await kindOf(file)).toBe('malformed')
  })

  test('without a key, without a certificate, or with those of two', async () => {
    const password = 'secret'
    expect(await kindOf(makePfx({ password, withoutKey: true }).base64)).toBe('no-key')
    expect(await kindOf(makePfx({ password, withoutCertificate: true }).base64)).toBe(
      'no-certificate',
    )
    expect(await kindOf(makePfx({ password, withForeignCertificate: true }).base64)).toBe(
      'no-certificate',
    )
  })
})

test('a file that takes too long is given up, and the next one is read', async () => {
  const hasty = createPfxReader(3000)
  const endless = withEndlessCheck(makePfx({ password: 'secret', iterations: 65_536 }).pfx)
  const good = makePfx({ password: 'secret', iterations: 1 })
  const [first, second] = await Promise.all([
    hasty.open(endless, 'secret', accepting),
    hasty.open(good.base64, 'secret', accepting),
  ])
  expect(first.kind).toBe('too-slow')
  expect(second.kind).toBe('opened')
  await hasty.stop()
}, 20_000)

/** Raises the last number of the file, the rounds of its integrity check, from 65,536 to 8,388,607. */
function withEndlessCheck(pfx: Uint8Array): string {
  const bytes = Buffer.from(pfx)
  const number = bytes.lastIndexOf(Buffer.from('0203010000', 'hex'))
  bytes.writeUIntBE(0x7fffff, number + 2, 3)
  return bytes.toString('base64')
}
