/** Tells what is in a PKCS#12 file, in facts that a person can judge, without its private key. */
import { thumbprintOf, type CertificateFacts } from '../x509/certificate'
import type { KeyFacts } from '../x509/public-key'
import { selfSignedState } from '../x509/self-signed'
import type { Pkcs12Failure } from './failure'
import type { Identity, IdentitySelection } from './identity'
import { selectIdentity } from './identity'
import { chainOfIdentity } from './identity-chain'
import type { IgnoredBags, OpenedPkcs12, Protection } from './open-pkcs12'
import { openPkcs12 } from './open-pkcs12'

export type InspectedPkcs12 = {
  readonly ok: true
  /** The certificate of the private key. */
  readonly leaf: CertificateFacts
  /** The other certificates: first the leaf's issuers, towards the root, then what is left. */
  readonly chain: readonly CertificateFacts[]
  /** How many at the end of `chain` have nothing to do with the leaf. */
  readonly unrelatedCertificates: number
  /** The issuer (RFC 4514) that the file should hold for the chain to go on; null if it reaches a root. */
  readonly openEnd: { readonly issuer: string; readonly mayBeUnreadable: boolean } | null
  /** Certificates that are not well-formed; the subject is null where even that cannot be read. */
  readonly unreadableCertificates: readonly UnreadableFacts[]
  readonly isSelfSigned: boolean
  /** False if `isSelfSigned` was judged by the names, since the signature cannot be checked here. */
  readonly isSelfSignedVerified: boolean
  readonly key: KeyFacts
  /** False if only the kind of key and certificate could be compared, not their public numbers. */
  readonly isMatchVerified: boolean
  readonly protection: Protection
  readonly ignored: IgnoredBags
  /** The number of bytes after the file's end. */
  readonly trailingBytes: number
}

/** The thumbprint is Graph's, the subject in the form of RFC 4514. */
type UnreadableFacts = { readonly thumbprint: string; readonly subject: string | null }

/** A certificate to choose, with the name that the file has for it. */
export type CandidateFacts = CertificateFacts & { readonly friendlyName: string | null }

export type Inspection =
  | InspectedPkcs12
  | { readonly ok: false; readonly kind: Exclude<Pkcs12Failure, 'multiple-keys'> }
  | {
      readonly ok: false
      readonly kind: 'multiple-keys'
      /** The certificates to choose from: pass one's thumbprint. */
      readonly candidates: readonly CandidateFacts[]
    }

export type InspectionOptions = {
  /** Which certificate is meant, of a file with several (upper-case hexadecimal SHA-1). */
  readonly thumbprint?: string
}

/** Never throws, whatever the file. The result can be posted from a worker. See `openPkcs12`. */
export async function inspectPkcs12(
  bytes: Uint8Array,
  password: string,
  { thumbprint }: InspectionOptions = {},
): Promise<Inspection> {
  const opened = await openPkcs12(bytes, password)
  if (!opened.ok) return opened
  const selection = selectIdentity(opened.contents, thumbprint)
  return selection.ok ? describe(opened, selection.identity) : refuse(selection)
}

function refuse(selection: Exclude<IdentitySelection, { readonly ok: true }>): Inspection {
  if (selection.kind !== 'multiple-keys') return selection
  const candidates = selection.candidates.map(({ certificate, friendlyName }) => ({
    ...certificate.facts,
    friendlyName,
  }))
  return { ...selection, candidates }
}

async function describe(
  { protection, ignored, trailingBytes }: OpenedPkcs12,
  identity: Identity,
): Promise<InspectedPkcs12> {
  const { leaf, keyIdentity, isMatchVerified, unreadable } = identity
  const { certificate } = leaf
  const { issuers, others, openEnd } = chainOfIdentity(identity)
  const { isSelfSigned, isVerified } = await selfSignedState(certificate)
  return {
    ok: true,
    leaf: certificate.facts,
    chain: [...issuers, ...others].map((other) => other.certificate.facts),
    unrelatedCertificates: others.length,
    openEnd: openEnd && {
      issuer: openEnd.issuer,
      mayBeUnreadable: openEnd.unreadable.length > 0,
    },
    unreadableCertificates: unreadable.map(({ entry, subject }) => ({
      thumbprint: thumbprintOf(entry.der),
      subject: subject?.text ?? null,
    })),
    isSelfSigned,
    isSelfSignedVerified: isVerified,
    key: keyIdentity.facts,
    isMatchVerified,
    protection,
    ignored,
    trailingBytes,
  }
}
