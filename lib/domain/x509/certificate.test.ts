import { readFileSync } from 'node:fs'
import { X509Certificate } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { attempt } from '../der/malformed-input'
import { algorithm, der, identifier, integer, octets, sequence } from '../pkcs12/fixtures/assemble'
import { readCertificate } from './certificate'

const fixture = (name: string): Uint8Array =>
  Uint8Array.from(readFileSync(new URL(`../pkcs12/fixtures/${name}`, import.meta.url)))

const text = (value: string) => new TextEncoder().encode(value)
const oid = (dotted: string) => der(0x06, identifier(dotted))
const bits = (...bytes: number[]) => der(0x03, Uint8Array.from(bytes))

const attribute = (type: string, tag: number, value: Uint8Array) =>
  sequence(oid(type), der(tag, value))
const nameOf = (...attributes: Uint8Array[]) =>
  sequence(...attributes.map((each) => der(0x31, each)))
const commonName = (tag: number, value: Uint8Array) => nameOf(attribute('2.5.4.3', tag, value))

const utcTime = (value: string) => der(0x17, text(value))

const extension = (dotted: string, value: Uint8Array, ...critical: Uint8Array[]) =>
  sequence(oid(dotted), ...critical, octets(value))

type Wish = {
  subject?: Uint8Array
  notBefore?: Uint8Array
  notAfter?: Uint8Array
  serial?: Uint8Array
  key?: Uint8Array
  extensions?: Uint8Array[]
}

const rsaKey = (...modulus: number[]) =>
  sequence(algorithm('1.2.840.113549.1.1.1'), bits(0, ...sequence(integer(...modulus), integer(3))))

/** A certificate with nothing in it that a test does not ask for. */
function certificate({
  subject = sequence(),
  notBefore = utcTime('200102030405Z'),
  notAfter = utcTime('300102030405Z'),
  serial = integer(1),
  key = rsaKey(0, 0xc0, 0xff),
  extensions,
}: Wish = {}): Uint8Array {
  const signing = algorithm('1.2.840.113549.1.1.11')
  const signed = sequence(
    der(0xa0, integer(2)),
    serial,
    signing,
    sequence(),
    sequence(notBefore, notAfter),
    subject,
    key,
    ...(extensions ? [der(0xa3, sequence(...extensions))] : []),
  )
  return sequence(signed, signing, bits(0, 1))
}

const factsOf = (wish: Wish) => readCertificate(certificate(wish)).facts

describe('a certificate', () => {
  test.each(['certificate.cer', 'version-1.cer'])('%s reads as Node reads it', (name) => {
    const bytes = fixture(name)
    const node = new X509Certificate(bytes)

    expect(readCertificate(bytes).facts).toMatchObject({
      subject: node.subject,
      issuer: node.issuer,
      serialNumber: node.serialNumber,
      thumbprint: node.fingerprint.replaceAll(':', ''),
      sha256: node.fingerprint256.replaceAll(':', ''),
      notBefore: Date.parse(node.validFrom) / 1000,
      notAfter: Date.parse(node.validTo) / 1000,
      key: { type: 'EC', bits: 256, curve: 'P-256' },
      isCa: node.ca,
    })
  })

  test('that was cut or has bytes behind it is none', () => {
    const bytes = fixture('certificate.cer')

    for (const bad of [bytes.subarray(0, -1), Uint8Array.of(...bytes, 0)]) {
      expect(attempt(() => readCertificate(bad))).toEqual({ ok: false, kind: 'malformed' })
    }
  })

  test.each([
    ['a short number', integer(0x7f), '7F'],
    ['a number with a zero that keeps it positive', integer(0, 0x80), '80'],
    ['zero', integer(0), '00'],
    ['a negative number, which is wrong but occurs', integer(0x80), '80'],
  ])('shows its serial number: %s', (_title, serial, expected) => {
    expect(factsOf({ serial }).serialNumber).toBe(expected)
  })
})

describe('a name', () => {
  test.each([
    ['UTF-8', der(0x0c, text('Grüße 🔑')), 'Grüße 🔑'],
    ['a PrintableString', der(0x13, text('Contoso')), 'Contoso'],
    ['Latin-1', der(0x14, Uint8Array.of(0x47, 0xfc)), 'Gü'],
    ['UTF-16', der(0x1e, Uint8Array.of(0x20, 0xac, 0xd8, 0x3d, 0xdd, 0x11)), '€🔑'],
    ['UTF-32', der(0x1c, Uint8Array.of(0, 1, 0xf5, 0x11)), '🔑'],
  ])('may be written in %s', (_title, value, expected) => {
    const facts = factsOf({ subject: nameOf(sequence(oid('2.5.4.3'), value)) })

    expect(facts.commonName).toBe(expected)
    expect(facts.subject).toBe(`CN=${expected}`)
  })

  test.each([
    ['a,b+c"d\\e<f>g;h', 'CN=a\\,b\\+c\\"d\\\\e\\<f\\>g\\;h'],
    [' ', 'CN=\\ '],
    ['  a  ', 'CN=\\  a \\ '],
    ['#a#', 'CN=\\#a#'],
    ['a\nb\0', 'CN=a\\0Ab\\00'],
    ['a=b', 'CN=a=b'],
  ])('%j is escaped as RFC 4514 wants it', (value, expected) => {
    expect(factsOf({ subject: commonName(0x0c, text(value)) }).subject).toBe(expected)
  })

  test('is written from its end, with what is not known in numbers', () => {
    const subject = nameOf(
      attribute('2.5.4.6', 0x13, text('DE')),
      attribute('1.2.3', 0x0c, text('x')),
      attribute('2.5.4.3', 0x02, Uint8Array.of(5)),
    )

    expect(factsOf({ subject })).toMatchObject({ subject: 'CN=#020105,1.2.3=#0C0178,C=DE' })
  })

  test('without a common name has none', () => {
    expect(factsOf({})).toMatchObject({ subject: '', commonName: null })
  })

  test.each([
    ['half a UTF-16 character', commonName(0x1e, Uint8Array.of(0x20))],
    ['a character beyond Unicode', commonName(0x1c, Uint8Array.of(0, 0x11, 0, 0))],
    ['an empty part', sequence(der(0x31))],
    ['a type without a value', sequence(der(0x31, sequence(oid('2.5.4.3'))))],
  ])('with %s is malformed', (_title, subject) => {
    expect(attempt(() => factsOf({ subject }))).toEqual({ ok: false, kind: 'malformed' })
  })
})

describe('its dates', () => {
  test('are as RFC 5280 wants them only if both are', () => {
    const odd = utcTime('2001020304Z')

    expect(factsOf({}).hasStandardDates).toBe(true)
    expect(factsOf({ notBefore: odd }).hasStandardDates).toBe(false)
    expect(factsOf({ notAfter: odd }).hasStandardDates).toBe(false)
  })

  test('are read in epoch seconds', () => {
    expect(factsOf({})).toMatchObject({
      notBefore: Date.UTC(2020, 0, 2, 3, 4, 5) / 1000,
      notAfter: Date.UTC(2030, 0, 2, 3, 4, 5) / 1000,
    })
  })
})

describe('what a certificate may be used for', () => {
  const keyUsage = '2.5.29.15'
  const extendedKeyUsage = '2.5.29.37'
  const basicConstraints = '2.5.29.19'
  const isTrue = der(0x01, Uint8Array.of(0xff))

  test.each([
    [
      [5, 0xa0],
      ['digitalSignature', 'keyEncipherment'],
    ],
    [
      [1, 0x06],
      ['keyCertSign', 'cRLSign'],
    ],
    [[7, 0, 0x80], ['decipherOnly']],
    [[0], []],
  ])('key usage %j is %j', (bytes, expected) => {
    const extensions = [extension(keyUsage, bits(...bytes), isTrue)]

    expect(factsOf({ extensions }).keyUsage).toEqual(expected)
  })

  test.each([
    [['1.3.6.1.5.5.7.3.2'], ['clientAuth'], true],
    [['2.5.29.37.0'], ['anyExtendedKeyUsage'], true],
    [['1.3.6.1.5.5.7.3.1', '1.2.3'], ['serverAuth', '1.2.3'], false],
  ])('extended key usage %j is %j', (identifiers, expected, hasClientAuth) => {
    const extensions = [extension(extendedKeyUsage, sequence(...identifiers.map(oid)))]

    expect(factsOf({ extensions })).toMatchObject({ extendedKeyUsage: expected, hasClientAuth })
  })

  test('it may be used for everything if it does not say', () => {
    expect(factsOf({ extensions: [] })).toMatchObject({ hasClientAuth: true, isCa: false })
  })

  test.each([
    ['true', sequence(isTrue), true],
    ['true with a limit', sequence(isTrue, integer(1)), true],
    ['false by default', sequence(), false],
    ['false', sequence(der(0x01, Uint8Array.of(0))), false],
  ])('a CA is one that says so: %s', (_title, value, isCa) => {
    expect(factsOf({ extensions: [extension(basicConstraints, value, isTrue)] }).isCa).toBe(isCa)
  })

  test.each([
    ['key usage that is no BIT STRING', extension(keyUsage, integer(1))],
    ['key usage with nine bits unused', extension(keyUsage, bits(9, 1))],
    ['an extension with bytes behind it', extension(keyUsage, Uint8Array.of(3, 1, 0, 0))],
    ['an extension without a value', sequence(oid(keyUsage))],
  ])('%s is malformed', (_title, bad) => {
    expect(attempt(() => factsOf({ extensions: [bad] }))).toEqual({ ok: false, kind: 'malformed' })
  })
})

describe('a key', () => {
  const modulus = (bytes: number, first: number) => [
    0,
    first,
    ...new Array<number>(bytes - 1).fill(1),
  ]

  test.each([
    ['2048 bits', modulus(256, 0x80), 2048],
    ['2047 bits', modulus(256, 0x40), 2047],
    ['2041 bits', modulus(256, 0x01), 2041],
  ])('RSA of %s', (_title, numbers, length) => {
    expect(factsOf({ key: rsaKey(...numbers) }).key).toEqual({ type: 'RSA', bits: length })
  })

  const ec = (parameters: Uint8Array, ...point: number[]) =>
    sequence(algorithm('1.2.840.10045.2.1', parameters), bits(0, ...point))

  test.each([
    ['a curve by its usual name', ec(oid('1.3.132.0.35'), 4, 1, 2), { bits: 521, curve: 'P-521' }],
    ['a curve without one', ec(oid('1.2.3'), 4, 1, 2), { bits: null, curve: '1.2.3' }],
    ['a curve in numbers', ec(sequence(), 4, 1, 2), { bits: null }],
  ])('EC on %s', (_title, key, expected) => {
    expect(factsOf({ key }).key).toEqual({ type: 'EC', ...expected })
  })

  test('on a curve is the same in its short and its long form', () => {
    const curve = oid('1.2.840.10045.3.1.7')
    const numbers = [ec(curve, 4, 1, 2, 7, 9), ec(curve, 3, 1, 2), ec(curve, 2, 1, 2)].map(
      (key) => readCertificate(certificate({ key })).publicKey.numbers,
    )

    expect(numbers).toEqual(['030102', '030102', '020102'])
  })

  test.each([
    ['Ed25519', '1.3.101.112', 'Ed25519'],
    ['an unknown algorithm', '1.2.3', 'unknown'],
  ])('of %s', (_title, dotted, type) => {
    const key = sequence(algorithm(dotted), bits(0, 1))

    expect(factsOf({ key }).key).toEqual({ type, bits: null })
  })

  test('of DSA has the bits of its prime', () => {
    const parameters = sequence(integer(0, 0x80, 1), integer(3), integer(2))
    const key = sequence(algorithm('1.2.840.10040.4.1', parameters), bits(0, ...integer(5)))

    expect(factsOf({ key }).key).toEqual({ type: 'DSA', bits: 16 })
  })

  test.each([
    ['RSA with a modulus of zero', rsaKey(0)],
    ['RSA with a negative modulus', rsaKey(0x80, 1)],
    ['half a byte', sequence(algorithm('1.2.3'), bits(4, 0x10))],
    ['a point at infinity', ec(oid('1.2.3'), 0)],
    ['a point with a byte too many', ec(oid('1.2.3'), 4, 1)],
  ])('of %s is malformed', (_title, key) => {
    expect(attempt(() => factsOf({ key }))).toEqual({ ok: false, kind: 'malformed' })
  })
})
