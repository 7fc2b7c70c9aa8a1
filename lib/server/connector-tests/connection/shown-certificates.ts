/** The certificates with which an endpoint shows who it is. */
import 'server-only'
import type { DetailedPeerCertificate, TLSSocket } from 'node:tls'
import type { ShownCertificate } from '@/lib/contract/connector-test'
import { attempt } from '@/lib/domain/der/malformed-input'
import { readCertificate } from '@/lib/domain/x509/certificate'

/** Chains in the field have up to five. */
const maxCertificates = 10

/**
 * The endpoint's own certificate first, then its issuers as far as they are known; what cannot be read
 * is left out. Works during the handshake too, when Node's newer `getPeerX509Certificate` would spoil
 * the check of the host's name.
 */
export function shownCertificates(socket: TLSSocket): ShownCertificate[] {
  return rawChain(socket.getPeerCertificate(true)).flatMap((raw) => {
    const read = attempt(() => readCertificate(Uint8Array.from(raw)))
    if (!read.ok) return []
    const { subject, issuer, thumbprint, notBefore, notAfter } = read.value.facts
    return [{ subject, issuer, thumbprint, notBefore, notAfter }]
  })
}

/** A root is its own issuer; without a certificate Node gives an empty object, whatever its type says. */
function rawChain(leaf: Partial<DetailedPeerCertificate>): Buffer[] {
  const chain: Partial<DetailedPeerCertificate>[] = []
  let next: Partial<DetailedPeerCertificate> | undefined = leaf
  while (next?.raw && !chain.includes(next) && chain.length < maxCertificates) {
    chain.push(next)
    next = next.issuerCertificate
  }
  return chain.flatMap(({ raw }) => raw ?? [])
}
