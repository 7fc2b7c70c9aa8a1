import { describe, expect, test } from 'vitest'
import { newCertificateSchema } from './new-certificate'

const day = 86_400
const start = Date.UTC(2026, 0, 1) / 1000

const valid = {
  commonName: 'Loyalty lookup',
  organization: 'Contoso, Ltd.',
  country: 'DE',
  keyBits: 2048,
  notBefore: start,
  notAfter: start + 365 * day,
}

/** The complaints about a certificate to be made as `path: key`. */
function complaints(change: object): string[] {
  const parsed = newCertificateSchema.safeParse({ ...valid, ...change })
  return parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
}

describe('a certificate to be made', () => {
  test.each([
    ['every property', {}],
    ['a name alone', { organization: undefined, country: undefined }],
    ['64 characters, however many bytes they take', { commonName: '🔑'.repeat(64) }],
    ['the longest key', { keyBits: 4096 }],
    ['a second', { notAfter: start + 1 }],
    ['ten years', { notAfter: Date.UTC(2036, 0, 1) / 1000 }],
    ['an end beyond 2050', { notBefore: start + 9000 * day, notAfter: start + 9300 * day }],
  ])('may have %s', (_title, change) => {
    expect(complaints(change)).toEqual([])
  })

  test.each<[object, string]>([
    [{ commonName: '' }, 'commonName: commonNameRequired'],
    [{ commonName: '  ' }, 'commonName: commonNameRequired'],
    [{ commonName: 'x'.repeat(65) }, 'commonName: certificateNameTooLong'],
    [{ commonName: '🔑'.repeat(65) }, 'commonName: certificateNameTooLong'],
    [{ commonName: 'a\0b' }, 'commonName: controlCharacter'],
    [{ commonName: 'a\u0085b' }, 'commonName: controlCharacter'],
    [{ commonName: 'half \ud83d of a pair' }, 'commonName: controlCharacter'],
    [{ organization: 'x'.repeat(65) }, 'organization: certificateNameTooLong'],
    [{ organization: 'a\nb' }, 'organization: controlCharacter'],
    [{ country: 'D' }, 'country: countryInvalid'],
    [{ country: 'DEU' }, 'country: countryInvalid'],
    [{ country: 'Ä1' }, 'country: countryInvalid'],
    [{ keyBits: 1024 }, 'keyBits: keyBitsInvalid'],
    [{ keyBits: '2048' }, 'keyBits: keyBitsInvalid'],
    [{ notBefore: -1, notAfter: day }, 'notBefore: invalidValue'],
    [{ notBefore: 0.5 }, 'notBefore: invalidValue'],
    [{ notBefore: 253_402_300_000, notAfter: 253_402_300_800 }, 'notAfter: invalidValue'],
    [{ notAfter: start }, 'notAfter: validityEndsBeforeStart'],
    [{ notAfter: start - day }, 'notAfter: validityEndsBeforeStart'],
    [{ notAfter: start + 3654 * day }, 'notAfter: validityTooLong'],
  ])('is refused with %j', (change, complaint) => {
    expect(complaints(change)).toEqual([complaint])
  })

  test('has its names trimmed and its country in capitals', () => {
    const typed = { ...valid, commonName: ' Loyalty lookup ', country: 'de' }

    expect(newCertificateSchema.parse(typed)).toEqual(valid)
  })

  test('refuses what it does not know', () => {
    expect(newCertificateSchema.safeParse({ ...valid, password: 'x' }).success).toBe(false)
  })
})
