// Graph's rule of which certificate a connector presents.
import type { StoredCertificate } from '../state/stored'

/**
 * The certificate in use at the given moment (epoch seconds): of those whose validity window holds
 * the moment, both ends included, the one uploaded last. Graph: pkcs12CertificateInformation.
 */
export function findActiveCertificate(
  uploadOrder: readonly StoredCertificate[],
  nowSeconds: number,
): StoredCertificate | undefined {
  return uploadOrder.findLast(
    ({ notBefore, notAfter }) => notBefore <= nowSeconds && nowSeconds <= notAfter,
  )
}
