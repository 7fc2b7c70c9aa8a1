/** Where the catalogue (`pkcs12`) has the sentences about a file: why it fails, and what to know of it. */
import type { CertificateWarningKind } from './certificate-warnings'
import type { Pkcs12Failure } from './failure'

export const pkcs12MessageKey = {
  empty: 'empty',
  'too-large': 'tooLarge',
  pem: 'pem',
  'base64-text': 'base64Text',
  'der-certificate': 'derCertificate',
  'der-private-key': 'derPrivateKey',
  pkcs7: 'pkcs7',
  jks: 'jks',
  zip: 'zip',
  'not-pkcs12': 'notPkcs12',
  truncated: 'truncated',
  malformed: 'malformed',
  'wrong-password': 'wrongPassword',
  'other-password': 'otherPassword',
  'unsupported-algorithm': 'unsupportedAlgorithm',
  'too-many-iterations': 'tooManyIterations',
  'too-many-entries': 'tooManyEntries',
  'no-private-key': 'noPrivateKey',
  'no-certificate': 'noCertificate',
  'multiple-keys': 'multipleKeys',
  'key-certificate-mismatch': 'keyCertificateMismatch',
} as const satisfies Record<Pkcs12Failure, string>

export const certificateWarningMessageKey = {
  expired: 'expired',
  'not-yet-valid': 'notYetValid',
  'expires-soon': 'expiresSoon',
  'not-rsa': 'notRsa',
  'weak-key': 'weakKey',
  'no-client-auth': 'noClientAuth',
  'no-digital-signature': 'noDigitalSignature',
  'issuer-missing': 'issuerMissing',
  'issuer-expired': 'issuerExpired',
  'odd-dates': 'oddDates',
  'unreadable-certificate': 'unreadableCertificate',
  'is-ca': 'isCa',
  'match-unverified': 'matchUnverified',
  'aes-encryption': 'aesEncryption',
  'other-encryption': 'otherEncryption',
  'not-encrypted': 'notEncrypted',
  'no-mac': 'noMac',
  'extra-contents': 'extraContents',
  'trailing-data': 'trailingData',
} as const satisfies Record<CertificateWarningKind, string>
