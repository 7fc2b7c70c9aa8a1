import { sha1 } from '@noble/hashes/legacy.js'
import type { Pkcs12Contents } from './contents'

type KeyWithChain = {
  /** A PKCS#8 PrivateKeyInfo in DER. */
  readonly privateKeyInfo: Uint8Array
  /** The certificate of this key, in DER. */
  readonly certificate: Uint8Array
  /** Certificates of its issuers, in DER. */
  readonly chain?: readonly Uint8Array[]
  readonly friendlyName: string | null
}

/**
 * One key, tied to its certificate by a localKeyId: some readers, Java's among them, look at nothing
 * else. As in OpenSSL it is the SHA-1 of the certificate.
 */
export function keyWithChain(given: KeyWithChain): Pkcs12Contents {
  const { privateKeyInfo, certificate, chain = [], friendlyName } = given
  const localKeyId = sha1(certificate)
  const issuers = chain.map((der) => ({ der, friendlyName: null, localKeyId: null }))
  return {
    keys: [{ privateKeyInfo, friendlyName, localKeyId }],
    certificates: [{ der: certificate, friendlyName, localKeyId }, ...issuers],
  }
}
