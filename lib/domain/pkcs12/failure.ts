import type { FileKind } from './sniff'

/** Why a file cannot be opened with the password that was given. */
export type OpenFailure =
  | Exclude<FileKind, 'pkcs12'>
  | 'malformed'
  | 'wrong-password'
  /** The password opens the file, but the key in it, or another part, has one of its own. */
  | 'other-password'
  | 'unsupported-algorithm'
  | 'too-many-iterations'
  | 'too-many-entries'

/** Why what is in an opened file does not make one client certificate. */
export type IdentityFailure =
  'no-private-key' | 'no-certificate' | 'multiple-keys' | 'key-certificate-mismatch'

/** Each way in which a file can be of no use. */
export type Pkcs12Failure = OpenFailure | IdentityFailure
