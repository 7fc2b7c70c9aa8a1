/** Where the catalogue (`pkcs12`) has the sentence for each way a file can fail. */
import type { Pkcs12Failure } from './check-pkcs12'

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
  'unsupported-algorithm': 'unsupportedAlgorithm',
  'too-many-iterations': 'tooManyIterations',
} as const satisfies Record<Pkcs12Failure, string>
