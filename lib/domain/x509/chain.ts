/** Putting certificates in the order of who issued whom. */
import type { Certificate } from './certificate'

/** Whatever else is known of a certificate stays with it. */
type Holder = { readonly certificate: Certificate }

export type Chain<Held extends Holder> = {
  /** From the issuer of the leaf on, towards the root. */
  readonly issuers: readonly Held[]
  /** Those that do not belong to it, as they came. */
  readonly others: readonly Held[]
}

/** Goes by names and key identifiers (RFC 5280 section 4.1.2.4 and 4.2.1.1); no signature is checked. */
export function orderChain<Held extends Holder>(leaf: Holder, rest: readonly Held[]): Chain<Held> {
  const issuers: Held[] = []
  let others = rest
  for (let next = issuerOf(leaf, others); next; next = issuerOf(next, others)) {
    const found = next
    issuers.push(found)
    others = others.filter((other) => other !== found)
  }
  return { issuers, others }
}

/** Whether a certificate names itself as its issuer (RFC 5280 section 3.2): where a chain ends. */
export const isSelfIssued = ({ issuer, subject }: Certificate): boolean =>
  issuer.comparable === subject.comparable

function issuerOf<Held extends Holder>(
  { certificate }: Holder,
  candidates: readonly Held[],
): Held | undefined {
  if (isSelfIssued(certificate)) return undefined
  return candidates.find((candidate) => mayHaveIssued(candidate.certificate, certificate))
}

function mayHaveIssued(issuer: Certificate, { issuer: name, authorityKeyId }: Certificate) {
  const isSameKey =
    authorityKeyId === null ||
    issuer.subjectKeyId === null ||
    authorityKeyId === issuer.subjectKeyId
  return issuer.subject.comparable === name.comparable && isSameKey
}
