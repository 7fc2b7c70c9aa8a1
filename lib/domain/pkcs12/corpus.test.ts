/** The reader against what OpenSSL says of the same files (fixtures/manifest.json). */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { InspectedPkcs12 } from './inspect-pkcs12'
import { inspectPkcs12 } from './inspect-pkcs12'

const file = (name: string) => new URL(`fixtures/${name}`, import.meta.url)

const leafSchema = z.object({
  subject: z.string(),
  issuer: z.string(),
  serialNumber: z.string(),
  thumbprint: z.string(),
  sha256: z.string(),
  notBefore: z.string(),
  notAfter: z.string(),
  hasClientAuth: z.boolean(),
  isSelfSigned: z.boolean(),
  key: z.object({ algorithm: z.string(), bits: z.number().nullable() }),
})

const validSchema = z.object({
  file: z.string(),
  password: z.string(),
  kind: z.literal('ok'),
  keys: z.literal(1),
  certificates: z.number(),
  mac: z.string().nullable(),
  maxIterations: z.number(),
  algorithms: z.array(z.string()),
  leaf: leafSchema,
})

const invalidSchema = z.object({ file: z.string(), password: z.string(), kind: z.string() })

const manifest = z
  .array(z.union([validSchema, invalidSchema]))
  .parse(JSON.parse(readFileSync(file('manifest.json'), 'utf8')))

const isValid = (entry: (typeof manifest)[number]) => 'leaf' in entry
const valid = manifest.filter(isValid)
const invalid = manifest.filter((entry) => !isValid(entry))

/** OpenSSL's words for what people call otherwise. */
const words: Record<string, string> = {
  sha1: 'SHA-1',
  sha256: 'SHA-256',
  rsaEncryption: 'RSA',
  rsassaPss: 'RSA-PSS',
  'id-ecPublicKey': 'EC',
  ED25519: 'Ed25519',
  pbeWithSHA1And128BitRC4: 'RC4-128',
  pbeWithSHA1And40BitRC4: 'RC4-40',
  'pbeWithSHA1And3-KeyTripleDES-CBC': 'TripleDES-SHA1',
  'pbeWithSHA1And2-KeyTripleDES-CBC': 'TripleDES-SHA1 with two keys',
  'pbeWithSHA1And128BitRC2-CBC': 'RC2-128',
  'pbeWithSHA1And40BitRC2-CBC': 'RC2-40',
  'PBES2, PBKDF2, AES-128-CBC, PRF hmacWithSHA256': 'AES-128 (PBKDF2-SHA-256)',
  'PBES2, PBKDF2, AES-192-CBC, PRF hmacWithSHA256': 'AES-192 (PBKDF2-SHA-256)',
  'PBES2, PBKDF2, AES-256-CBC, PRF hmacWithSHA256': 'AES-256 (PBKDF2-SHA-256)',
  'PBES2, PBKDF2, DES-EDE3-CBC, PRF hmacWithSHA256': 'TripleDES (PBKDF2-SHA-256)',
  'PBES2, PBKDF2, RC2-CBC, PRF hmacWithSHA256': 'RC2-128 (PBKDF2-SHA-256)',
}

const isoDate = (seconds: number) =>
  new Date(seconds * 1000).toISOString().replace('T', ' ').replace('.000Z', 'Z')

/** Our facts in the manifest's terms. */
const factsOf = ({ leaf, isSelfSigned, key }: InspectedPkcs12) => ({
  subject: leaf.subject,
  issuer: leaf.issuer,
  serialNumber: leaf.serialNumber,
  thumbprint: leaf.thumbprint,
  sha256: leaf.sha256,
  notBefore: isoDate(leaf.notBefore),
  notAfter: isoDate(leaf.notAfter),
  hasClientAuth: leaf.hasClientAuth,
  isSelfSigned,
  key: { algorithm: key.type, bits: key.bits },
})

describe('files as tools write them', () => {
  test('there are as many as were made', () => {
    expect(valid.length).toBeGreaterThan(40)
    expect(invalid.length).toBeGreaterThan(15)
  })

  test.each(valid)('$file opens, and reads as OpenSSL reads it', async (entry) => {
    const inspection = await inspectPkcs12(readFileSync(file(entry.file)), entry.password)

    if (!inspection.ok) throw new Error(inspection.kind)
    const { algorithm, bits } = entry.leaf.key
    expect(factsOf(inspection)).toEqual({
      ...entry.leaf,
      key: { algorithm: words[algorithm], bits },
    })
    expect(1 + inspection.chain.length).toBe(entry.certificates)
    expect(inspection.protection).toMatchObject({
      mac: entry.mac === null ? null : words[entry.mac],
      maxIterations: entry.maxIterations,
    })
    expect(inspection.protection.algorithms.toSorted()).toEqual(
      entry.algorithms.map((algorithm) => words[algorithm]).toSorted(),
    )
  })

  test.each(invalid)('$file with the password “$password” is $kind', async (entry) => {
    const inspection = await inspectPkcs12(readFileSync(file(entry.file)), entry.password)

    expect(inspection).toMatchObject({ ok: false, kind: entry.kind })
  })
})
