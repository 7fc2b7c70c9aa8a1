/** Tells what is in a PKCS#12 file, in facts that a person can judge, without its private key. */
import type { CertificateFacts } from '../x509/certificate'
import { orderChain } from '../x509/chain'
import type { KeyFacts } from '../x509/public-key'
import { selfSignedState } from '../x509/self-signed'
import type { Pkcs12Failure } from './failure'
import type { Identity, IdentitySelection } from './identity'
import { selectIdentity } from './identity'
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
  readonly isSelfSigned: boolean
  /** False if `isSelfSigned` was judged by the names, since the signature cannot be checked here. */
  readonly isSelfSignedVerified: boolean
  readonly key: KeyFacts
  /** False if only the kind of key and certificate could be compared, not their public numbers. */
  readonly isMatchVerified: boolean
  readonly protection: Protection
  readonly ignored: IgnoredBags
  /** What follows the file's end and is not part of it. */
  readonly trailingBytes: number
}

export type Inspection =
  | InspectedPkcs12
  | { readonly ok: false; readonly kind: Exclude<Pkcs12Failure, 'multiple-keys'> }
  | {
      readonly ok: false
      readonly kind: 'multiple-keys'
      /** The certificates to choose from: pass one's thumbprint. */
      readonly candidates: readonly CertificateFacts[]
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
  return { ...selection, candidates: selection.candidates.map(({ facts }) => facts) }
}

async function describe(
  { protection, ignored, trailingBytes }: OpenedPkcs12,
  { leaf: { certificate }, keyIdentity, isMatchVerified, rest }: Identity,
): Promise<InspectedPkcs12> {
  const { issuers, others } = orderChain(
    certificate,
    rest.map((other) => other.certificate),
  )
  const { isSelfSigned, isVerified } = await selfSignedState(certificate)
  return {
    ok: true,
    leaf: certificate.facts,
    chain: [...issuers, ...others].map(({ facts }) => facts),
    unrelatedCertificates: others.length,
    isSelfSigned,
    isSelfSignedVerified: isVerified,
    key: keyIdentity.facts,
    isMatchVerified,
    protection,
    ignored,
    trailingBytes,
  }
}
