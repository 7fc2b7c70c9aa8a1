import { describe, expect, test } from 'vitest'
import { certificateWarnings } from './certificate-warnings'
import type { InspectedPkcs12 } from './inspect-pkcs12'

const day = 86_400
const [notBefore, notAfter] = [1_000_000_000, 1_100_000_000]
const inTheMiddle = 1_050_000_000

const fine: InspectedPkcs12 = {
  ok: true,
  leaf: {
    subject: 'CN=a',
    issuer: 'CN=a',
    commonName: 'a',
    serialNumber: '01',
    thumbprint: 'AA',
    sha256: 'BB',
    notBefore,
    notAfter,
    hasStandardDates: true,
    key: { type: 'RSA', bits: 2048 },
    keyUsage: [],
    extendedKeyUsage: [],
    hasClientAuth: true,
    isCa: false,
  },
  chain: [],
  unrelatedCertificates: 0,
  openEnd: null,
  unreadableCertificates: [],
  isSelfSigned: true,
  isSelfSignedVerified: true,
  key: { type: 'RSA', bits: 2048 },
  isMatchVerified: true,
  protection: {
    encryption: 'tripleDes',
    algorithms: ['TripleDES-SHA1'],
    mac: 'SHA-1',
    maxIterations: 2000,
  },
  ignored: { secrets: 0, crls: 0, others: 0 },
  trailingBytes: 0,
}

const { leaf, protection, ignored } = fine

const strangers = (...chain: InspectedPkcs12['leaf'][]) => ({
  chain,
  unrelatedCertificates: chain.length,
})

describe('what to know of a certificate file', () => {
  test('nothing, if it is as Microsoft wants it; being self-signed is no fault', () => {
    expect(certificateWarnings(fine, inTheMiddle)).toEqual([])
  })

  test.each<[string, string, Partial<InspectedPkcs12>]>([
    ['blocking', 'not-rsa', { key: { type: 'EC', bits: 256, curve: 'P-256' } }],
    ['blocking', 'not-rsa', { key: { type: 'RSA-PSS', bits: 2048 } }],
    ['blocking', 'costly-key', { key: { type: 'RSA', bits: 16_384 } }],
    ['warning', 'weak-key', { key: { type: 'RSA', bits: 2047 } }],
    ['warning', 'no-client-auth', { leaf: { ...leaf, hasClientAuth: false } }],
    ['info', 'is-ca', { leaf: { ...leaf, isCa: true } }],
    ['warning', 'match-unverified', { isMatchVerified: false }],
    ['warning', 'aes-encryption', { protection: { ...protection, encryption: 'aes' } }],
    ['warning', 'other-encryption', { protection: { ...protection, encryption: 'rc2' } }],
    ['warning', 'other-encryption', { protection: { ...protection, encryption: 'other' } }],
    ['warning', 'not-encrypted', { protection: { ...protection, encryption: 'none' } }],
    ['warning', 'no-mac', { protection: { ...protection, mac: null } }],
    ['warning', 'no-digital-signature', { leaf: { ...leaf, keyUsage: ['keyEncipherment'] } }],
    ['info', 'extra-contents', { chain: [leaf], unrelatedCertificates: 1 }],
    ['info', 'extra-contents', { chain: [{ ...leaf, isCa: true }], unrelatedCertificates: 1 }],
    ['info', 'extra-contents', { ignored: { ...ignored, secrets: 1 } }],
    ['info', 'extra-contents', { ignored: { ...ignored, crls: 1 } }],
    ['info', 'extra-contents', { ignored: { ...ignored, others: 1 } }],
    ['info', 'trailing-data', { trailingBytes: 2 }],
  ])('%s: %s for %o', (level, kind, difference) => {
    expect(certificateWarnings({ ...fine, ...difference }, inTheMiddle)).toEqual([{ kind, level }])
  })

  test('nothing of a key usage that names digital signature among others', () => {
    const keyUsage = ['keyEncipherment', 'digitalSignature']

    expect(certificateWarnings({ ...fine, leaf: { ...leaf, keyUsage } }, inTheMiddle)).toEqual([])
  })

  const middle = { ...leaf, subject: 'CN=middle', isCa: true }
  const root = { ...middle, subject: 'CN=root' }
  const openEnd = { issuer: 'CN=gone', mayBeUnreadable: false }

  test.each<[string, Partial<InspectedPkcs12>, string[]]>([
    ['a leaf alone', {}, ['issuer-missing']],
    ['a root that the chain does not reach', strangers(root), ['issuer-missing']],
    ['the first issuer, and no root', { chain: [middle] }, []],
    [
      'the first issuer, and a root that the chain does not reach',
      { chain: [middle, root], unrelatedCertificates: 1 },
      ['issuer-missing'],
    ],
    ['a stranger', strangers(leaf), ['issuer-missing', 'extra-contents']],
    [
      'one that cannot be read, which may be the issuer',
      {
        ...strangers(root),
        openEnd: { ...openEnd, mayBeUnreadable: true },
        unreadableCertificates: [{ thumbprint: 'CC', subject: null }],
      },
      ['unreadable-certificate'],
    ],
  ])('of a chain that is open: %s', (_what, difference, kinds) => {
    const warnings = certificateWarnings({ ...fine, openEnd, ...difference }, inTheMiddle)

    expect(warnings.map(({ kind }) => kind)).toEqual(kinds)
  })

  test('which certificates are meant', () => {
    const old = { ...middle, notAfter: inTheMiddle - 1 }
    const odd = { ...root, hasStandardDates: false }
    const unreadableCertificates = [
      { thumbprint: 'CC', subject: 'CN=odd' },
      { thumbprint: 'DD', subject: '' },
      { thumbprint: 'EE', subject: null },
    ]
    const inspection = { ...fine, chain: [old, odd], unreadableCertificates }

    expect(certificateWarnings(inspection, inTheMiddle)).toEqual([
      { kind: 'issuer-expired', level: 'warning', names: ['CN=middle'] },
      { kind: 'odd-dates', level: 'warning', names: ['CN=root'] },
      { kind: 'unreadable-certificate', level: 'warning', names: ['CN=odd', 'DD', 'EE'] },
    ])
    expect(certificateWarnings({ ...fine, openEnd }, inTheMiddle)).toEqual([
      { kind: 'issuer-missing', level: 'warning', names: ['CN=gone'] },
    ])
  })

  test.each([
    ['a second before it starts', notBefore - 1, ['not-yet-valid']],
    ['when it starts', notBefore, []],
    ['31 days before its end', notAfter - 31 * day, []],
    ['30 days before its end', notAfter - 30 * day, ['expires-soon']],
    ['in its last second', notAfter, ['expires-soon']],
    ['a second after its end', notAfter + 1, ['expired']],
  ])('%s', (_title, now, kinds) => {
    expect(certificateWarnings(fine, now).map(({ kind }) => kind)).toEqual(kinds)
  })

  test('what blocks comes first', () => {
    const bad = { ...fine, trailingBytes: 1, protection: { ...protection, mac: null } }

    expect(certificateWarnings(bad, notAfter + 1)).toEqual([
      { kind: 'expired', level: 'blocking' },
      { kind: 'no-mac', level: 'warning' },
      { kind: 'trailing-data', level: 'info' },
    ])
  })
})
