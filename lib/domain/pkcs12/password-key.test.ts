import forge from 'node-forge'
import { describe, expect, test } from 'vitest'
import { sha1 } from '@noble/hashes/legacy.js'
import { sha256, sha512 } from '@noble/hashes/sha2.js'
import { derivePkcs12Key, keyPurpose, passwordOf } from './password-key'

const hex = (bytes: Uint8Array | undefined) => bytes && Buffer.from(bytes).toString('hex')

type Case = {
  readonly password: string | null
  readonly salt: Uint8Array
  readonly keyBytes: number
}

/** What node-forge derives for the same. */
function forgeKey({ password, salt, keyBytes }: Case): string {
  const saltBuffer = forge.util.createBuffer(Buffer.from(salt).toString('binary'))
  return forge.pkcs12.generateKey(password, saltBuffer, keyPurpose.encryption, 3, keyBytes).toHex()
}

function ourKey({ password, salt, keyBytes }: Case): string | undefined {
  const [form = new Uint8Array()] = password === null ? [] : passwordOf(password).forms
  const purpose = keyPurpose.encryption
  const request = { hash: sha1, purpose, password: form, salt, iterations: 3, keyBytes }
  return hex(derivePkcs12Key(request))
}

const salt = Uint8Array.from({ length: 8 }, (_, index) => index)
const longSalt = Uint8Array.from({ length: 100 }, (_, index) => 255 - index)

describe('the key that PKCS#12 makes of a password', () => {
  test.each<[string, Case]>([
    ['a password', { password: 'Pa$$word', salt, keyBytes: 20 }],
    ['a key longer than one digest', { password: 'Pa$$word', salt, keyBytes: 24 }],
    ['a key of many digests', { password: 'Pa$$word', salt: longSalt, keyBytes: 100 }],
    ['a password longer than one block', { password: 'x'.repeat(70), salt, keyBytes: 50 }],
    ['a password beyond Latin letters', { password: 'Grüße€ 🔑', salt, keyBytes: 50 }],
    ['an empty password', { password: '', salt, keyBytes: 50 }],
    ['no password at all', { password: null, salt, keyBytes: 50 }],
    ['no salt', { password: 'Pa$$word', salt: new Uint8Array(), keyBytes: 50 }],
  ])('is the same as in node-forge for %s', (_title, given) => {
    expect(ourKey(given)).toBe(forgeKey(given))
  })

  test('is the hash of all inputs for one iteration, whatever the block length', () => {
    const password = Uint8Array.of(0, 0)
    for (const hash of [sha256, sha512]) {
      const block = (fill: (index: number) => number) =>
        Uint8Array.from({ length: hash.blockLen }, (_, index) => fill(index))
      const input = Buffer.concat([block(() => 3), block((index) => index % 8), block(() => 0)])
      const keyBytes = hash.outputLen

      const key = derivePkcs12Key({ hash, purpose: 3, password, salt, iterations: 1, keyBytes })

      expect(hex(key)).toBe(hex(hash(input)))
    }
  })

  test('a password is written as UTF-16 with a NUL, no password in both ways that occur', () => {
    expect(passwordOf('A€').forms.map(hex)).toEqual(['004120ac0000', '004100e2008200ac0000'])
    expect(passwordOf('🔑').forms.map(hex)).toEqual(['d83ddd110000', '00f0009f009400910000'])
    expect(passwordOf('').forms.map(hex)).toEqual(['0000', ''])
  })
})
