/** Which private key and certificate of a file belong together. */
import { attempt } from '../der/malformed-input'
import type { Certificate } from '../x509/certificate'
import { readCertificate, readSubject } from '../x509/certificate'
import type { DistinguishedName } from '../x509/name'
import { readPrivateKey } from '../x509/private-key'
import type { KeyIdentity } from '../x509/public-key'
import type { Pkcs12Certificate, Pkcs12Contents, Pkcs12Key } from './contents'
import type { IdentityFailure } from './failure'

/** A certificate as the file has it and as it reads. */
export type ReadCertificate = {
  readonly entry: Pkcs12Certificate
  readonly certificate: Certificate
}

/** A certificate that is in the file and is not well-formed. */
export type UnreadableCertificate = {
  readonly entry: Pkcs12Certificate
  /** Null where not even that can be read. */
  readonly subject: DistinguishedName | null
}

/** A key with its certificate. */
export type Identity = {
  readonly key: Pkcs12Key
  readonly keyIdentity: KeyIdentity
  readonly leaf: ReadCertificate
  /** False if the key does not say what its public half is, so that only the kind was compared. */
  readonly isMatchVerified: boolean
  /** All other certificates of the file, as they came. */
  readonly rest: readonly ReadCertificate[]
  readonly unreadable: readonly UnreadableCertificate[]
}

/** A certificate to choose, with the name that its key or it has in the file. */
export type Candidate = {
  readonly certificate: Certificate
  readonly friendlyName: string | null
}

export type IdentitySelection =
  | { readonly ok: true; readonly identity: Identity }
  | { readonly ok: false; readonly kind: Exclude<IdentityFailure, 'multiple-keys'> | 'malformed' }
  | {
      readonly ok: false
      readonly kind: 'multiple-keys'
      /** Each certificate that has its key in the file. */
      readonly candidates: readonly Candidate[]
    }

/**
 * The one key of a file and its certificate; of several, the ones with this thumbprint (upper-case
 * hexadecimal SHA-1). Key and certificate belong together if their public numbers are the same,
 * whatever the file says.
 */
export function selectIdentity(contents: Pkcs12Contents, thumbprint?: string): IdentitySelection {
  const read = attempt(() => readContents(contents))
  if (!read.ok) return { ok: false, kind: 'malformed' }
  const { keys } = read.value
  if (keys.length === 0) return { ok: false, kind: 'no-private-key' }
  if (contents.certificates.length === 0) return { ok: false, kind: 'no-certificate' }
  return choose(read.value, thumbprint)
}

function choose(contents: ReadContents, thumbprint?: string): IdentitySelection {
  const { keys, certificates, unreadable } = contents
  const pairs = keys.flatMap((key) => pairsOf(key, certificates))
  const wanted = thumbprint === undefined ? pairs : pairs.filter(hasThumbprint(thumbprint))
  const best = wanted.toSorted(compare)[0]
  const isOne = keys.length === 1 || thumbprint !== undefined
  if (best && isOne) {
    return { ok: true, identity: { ...best, rest: without(best.leaf, certificates), unreadable } }
  }
  return pairs.length > 0 && keys.length > 1
    ? { ok: false, kind: 'multiple-keys', candidates: candidatesOf(pairs) }
    : {
        ok: false,
        kind: isOwnUnreadable(pairs, unreadable) ? 'malformed' : 'key-certificate-mismatch',
      }
}

/** Whether the key's own certificate may be the one that cannot be read. */
const isOwnUnreadable = (pairs: readonly Pair[], unreadable: readonly UnreadableCertificate[]) =>
  pairs.length === 0 && unreadable.length > 0

type ReadKey = { readonly key: Pkcs12Key; readonly keyIdentity: KeyIdentity }

type ReadContents = {
  readonly keys: readonly ReadKey[]
  readonly certificates: readonly ReadCertificate[]
  readonly unreadable: readonly UnreadableCertificate[]
}

type Pair = Omit<Identity, 'rest' | 'unreadable'>

/** A certificate that is in the file twice counts once. */
function readContents({ keys, certificates }: Pkcs12Contents): ReadContents {
  const byThumbprint = new Map<string, ReadCertificate>()
  const unreadable: UnreadableCertificate[] = []
  for (const entry of certificates) {
    const read = attempt(() => readCertificate(entry.der))
    if (read.ok) keep({ entry, certificate: read.value }, byThumbprint)
    else unreadable.push({ entry, subject: subjectOf(entry) })
  }
  return {
    keys: keys.map((key): ReadKey => ({ key, keyIdentity: readPrivateKey(key.privateKeyInfo) })),
    certificates: [...byThumbprint.values()],
    unreadable,
  }
}

/** Of two alike the one that a key is tied to. */
function keep(found: ReadCertificate, byThumbprint: Map<string, ReadCertificate>): void {
  const { sha256 } = found.certificate.facts
  if (!byThumbprint.get(sha256)?.entry.localKeyId) byThumbprint.set(sha256, found)
}

function subjectOf({ der }: Pkcs12Certificate): DistinguishedName | null {
  const subject = attempt(() => readSubject(der))
  return subject.ok ? subject.value : null
}

/** Unverified pairs count only if there are no others, and only those that the file itself ties. */
function pairsOf({ key, keyIdentity }: ReadKey, certificates: readonly ReadCertificate[]): Pair[] {
  const fitting = certificates.filter(
    ({ certificate }) => certificate.publicKey.algorithm === keyIdentity.algorithm,
  )
  const pair = (isMatchVerified: boolean) => (leaf: ReadCertificate) => ({
    key,
    keyIdentity,
    leaf,
    isMatchVerified,
  })
  if (keyIdentity.numbers !== null) {
    const { numbers } = keyIdentity
    return fitting
      .filter(({ certificate }) => certificate.publicKey.numbers === numbers)
      .map(pair(true))
  }
  const tied = fitting.filter(({ entry }) => isTied(key, entry))
  return (tied.length > 0 ? tied : fitting).map(pair(false))
}

const isTied = (key: Pkcs12Key, entry: Pkcs12Certificate): boolean =>
  key.localKeyId !== null && isSame(key.localKeyId, entry.localKeyId)

const isSame = (one: Uint8Array, other: Uint8Array | null): boolean =>
  one.length === other?.length && one.every((byte, index) => byte === other[index])

const hasThumbprint =
  (thumbprint: string) =>
  ({ leaf }: Pair): boolean =>
    leaf.certificate.facts.thumbprint === thumbprint

/** Of several certificates for one key first what the file ties to it, then what is no CA, then the last to end. */
function compare(one: Pair, other: Pair): number {
  const rank = ({ key, leaf }: Pair) => Number(isTied(key, leaf.entry))
  const caRank = ({ leaf }: Pair) => Number(leaf.certificate.facts.isCa)
  const end = ({ leaf }: Pair) => leaf.certificate.facts.notAfter
  return rank(other) - rank(one) || caRank(one) - caRank(other) || end(other) - end(one)
}

const candidatesOf = (pairs: readonly Pair[]): Candidate[] => [
  ...new Map(
    pairs.map(({ key, leaf: { certificate, entry } }) => [
      certificate.facts.sha256,
      { certificate, friendlyName: entry.friendlyName ?? key.friendlyName },
    ]),
  ).values(),
]

const without = (leaf: ReadCertificate, certificates: readonly ReadCertificate[]) =>
  certificates.filter((certificate) => certificate !== leaf)
