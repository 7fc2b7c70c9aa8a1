import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { algorithm, der, integer, sequence } from '../pkcs12/fixtures/assemble'
import { readCertificate } from './certificate'
import { selfSignedState } from './self-signed'

type Pair = { readonly publicKey: KeyObject; readonly privateKey: KeyObject }

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
const curve = (namedCurve: string) => generateKeyPairSync('ec', { namedCurve })

const text = (tag: number, value: string) => der(tag, Buffer.from(value))
const name = sequence(
  der(0x31, sequence(der(0x06, Uint8Array.of(0x55, 0x04, 0x03)), text(0x0c, 'test'))),
)

type Kind = { readonly identifier: string; readonly hash: string | null; readonly pair: Pair }

/** A certificate that is signed with its own key, byte by byte (RFC 5280 section 4.1). */
function selfSigned({ identifier, hash, pair: { publicKey, privateKey } }: Kind): Uint8Array {
  const signed = sequence(
    der(0xa0, integer(2)),
    integer(1),
    algorithm(identifier),
    name,
    sequence(text(0x17, '250101000000Z'), text(0x17, '350101000000Z')),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
  )
  const signature = sign(hash, signed, { key: privateKey, dsaEncoding: 'der' })
  return sequence(signed, algorithm(identifier), der(0x03, Uint8Array.of(0), signature))
}

const kinds: readonly (Kind & { readonly what: string })[] = [
  { what: 'RSA with SHA-1', identifier: '1.2.840.113549.1.1.5', hash: 'sha1', pair: rsa },
  { what: 'RSA with SHA-256', identifier: '1.2.840.113549.1.1.11', hash: 'sha256', pair: rsa },
  { what: 'RSA with SHA-384', identifier: '1.2.840.113549.1.1.12', hash: 'sha384', pair: rsa },
  { what: 'RSA with SHA-512', identifier: '1.2.840.113549.1.1.13', hash: 'sha512', pair: rsa },
  {
    what: 'ECDSA with SHA-1',
    identifier: '1.2.840.10045.4.1',
    hash: 'sha1',
    pair: curve('prime256v1'),
  },
  {
    what: 'ECDSA with SHA-256',
    identifier: '1.2.840.10045.4.3.2',
    hash: 'sha256',
    pair: curve('prime256v1'),
  },
  {
    what: 'ECDSA with SHA-384',
    identifier: '1.2.840.10045.4.3.3',
    hash: 'sha384',
    pair: curve('secp384r1'),
  },
  {
    what: 'ECDSA with SHA-512',
    identifier: '1.2.840.10045.4.3.4',
    hash: 'sha512',
    pair: curve('secp521r1'),
  },
  {
    what: 'Ed25519',
    identifier: '1.3.101.112',
    hash: null,
    pair: generateKeyPairSync('ed25519'),
  },
]

describe.each(kinds)('a certificate signed by $what', (kind) => {
  const certificate = selfSigned(kind)

  test('is known to be signed with its own key', async () => {
    expect(await selfSignedState(readCertificate(certificate))).toEqual({
      isSelfSigned: true,
      isVerified: true,
    })
  })

  test('is known not to be when a byte of what was signed is another', async () => {
    // The last digit of the year in which it ends.
    const at = Buffer.from(certificate).indexOf('350101000000Z') + 1

    expect(await selfSignedState(readCertificate(certificate.with(at, 0x34)))).toEqual({
      isSelfSigned: false,
      isVerified: true,
    })
  })

  test('is not checked by another algorithm', async () => {
    const read = readCertificate(certificate)
    const other = kinds.find(({ identifier, pair }) => {
      const isSameKey = pair.publicKey.asymmetricKeyType === kind.pair.publicKey.asymmetricKeyType
      return isSameKey && identifier !== kind.identifier
    })
    const mistaken = {
      ...read.signature,
      algorithm: { identifier: other?.identifier ?? '1.2.3', parameters: undefined },
    }

    expect(await selfSignedState({ ...read, signature: mistaken })).not.toEqual({
      isSelfSigned: true,
      isVerified: true,
    })
  })
})
