/**
 * The thread in which one client certificate is opened: it may compute for seconds, without a pause.
 * An entry of its own, and so without the guard that marks the server's other files.
 */
import { parentPort } from 'node:worker_threads'
import { selectIdentity } from '@/lib/domain/pkcs12/identity'
import { chainOfIdentity } from '@/lib/domain/pkcs12/identity-chain'
import { openPkcs12 } from '@/lib/domain/pkcs12/open-pkcs12'
import { isCostlyKey } from '@/lib/domain/x509/key-cost'
import { toPem } from '@/lib/domain/x509/pem'
import type { CertificateFile } from '../../certificates/certificate-guard'
import type { OpenedCertificate } from './client-certificate'

const port = parentPort

port?.once('message', (file: CertificateFile) => {
  void open(file).then((opened) => {
    port.postMessage(opened)
  })
})

/** A certificate that has expired, or whose key is odd, is opened too: a test may want to see it fail. */
async function open({ bytes, password }: CertificateFile): Promise<OpenedCertificate> {
  const opened = await openPkcs12(bytes, password)
  if (!opened.ok) return { kind: 'refused', fault: opened.kind }
  const selection = selectIdentity(opened.contents)
  if (!selection.ok) return { kind: 'refused', fault: selection.kind }
  const { key, leaf, keyIdentity } = selection.identity
  // OpenSSL signs on the thread of the server, and nothing can stop it.
  if (isCostlyKey(keyIdentity.facts)) return { kind: 'refused', fault: 'costly-key' }
  const { issuers } = chainOfIdentity(selection.identity)
  const ders = [leaf, ...issuers].map(({ entry }) => entry.der)
  return {
    kind: 'opened',
    certificate: {
      privateKeyPem: toPem(key.privateKeyInfo, 'PRIVATE KEY'),
      certificatesPem: ders.map((der) => toPem(der, 'CERTIFICATE')).join(''),
      leafBytes: leaf.entry.der.length,
      notBefore: leaf.certificate.facts.notBefore,
      notAfter: leaf.certificate.facts.notAfter,
    },
  }
}
