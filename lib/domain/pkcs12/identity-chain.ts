/** The certificates of a file behind the one that is meant: which of them belong to it. */
import { isSelfIssued, orderChain, type Chain } from '../x509/chain'
import type { Identity, ReadCertificate, UnreadableCertificate } from './identity'

export type IdentityChain = Chain<ReadCertificate> & {
  /** Where the chain ends before a root; null where it ends with one. */
  readonly openEnd: {
    /** Who issued the last certificate (RFC 4514); no certificate of that name can be read in the file. */
    readonly issuer: string
    /** Which of those that cannot be read may be it. */
    readonly unreadable: readonly UnreadableCertificate[]
  } | null
}

/** The leaf's issuers in their order, and what is left. */
export function chainOfIdentity({ leaf, rest, unreadable }: Identity): IdentityChain {
  const chain = orderChain(leaf, rest)
  const { certificate: last } = chain.issuers.at(-1) ?? leaf
  if (isSelfIssued(last)) return { ...chain, openEnd: null }
  const { comparable, text } = last.issuer
  const possible = unreadable.filter(
    ({ subject }) => subject === null || subject.comparable === comparable,
  )
  return { ...chain, openEnd: { issuer: text, unreadable: possible } }
}
