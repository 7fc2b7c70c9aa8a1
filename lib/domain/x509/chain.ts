/** Putting certificates in the order of who issued whom. */
import type { Certificate } from './certificate'

export type Chain = {
  /** From the issuer of the leaf on, towards the root. */
  readonly issuers: readonly Certificate[]
  /** Those that do not belong to it, as they came. */
  readonly others: readonly Certificate[]
}

/** Goes by names and key identifiers (RFC 5280 section 4.1.2.4 and 4.2.1.1); no signature is checked. */
export function orderChain(leaf: Certificate, rest: readonly Certificate[]): Chain {
  const issuers: Certificate[] = []
  let others = rest
  for (let next = issuerOf(leaf, others); next; next = issuerOf(next, others)) {
    const found = next
    issuers.push(found)
    others = others.filter((certificate) => certificate !== found)
  }
  return { issuers, others }
}

function issuerOf(
  certificate: Certificate,
  candidates: readonly Certificate[],
): Certificate | undefined {
  if (certificate.issuer.encoding === certificate.subject.encoding) return undefined
  return candidates.find((candidate) => mayHaveIssued(candidate, certificate))
}

function mayHaveIssued(issuer: Certificate, { issuer: name, authorityKeyId }: Certificate) {
  const isSameKey =
    authorityKeyId === null ||
    issuer.subjectKeyId === null ||
    authorityKeyId === issuer.subjectKeyId
  return issuer.subject.encoding === name.encoding && isSameKey
}
