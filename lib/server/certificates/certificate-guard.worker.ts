/**
 * The thread in which one certificate file is opened: it may compute for seconds, without a pause.
 * An entry of its own, and so without the guard that marks the server's other files.
 */
import { parentPort } from 'node:worker_threads'
import { certificateWarnings } from '@/lib/domain/pkcs12/certificate-warnings'
import { inspectPkcs12 } from '@/lib/domain/pkcs12/inspect-pkcs12'
import type { CertificateFile, CertificateVerdict } from './certificate-guard'

const port = parentPort

port?.once('message', (file: CertificateFile) => {
  void judge(file).then((verdict) => {
    port.postMessage(verdict)
  })
})

/** As the browser judges: what it would not let a person send is refused. */
async function judge({ bytes, password }: CertificateFile): Promise<CertificateVerdict> {
  const inspection = await inspectPkcs12(bytes, password)
  if (!inspection.ok) return { kind: 'refused', fault: inspection.kind }
  const warnings = certificateWarnings(inspection, Math.floor(Date.now() / 1000))
  const blocking = warnings.find(({ level }) => level === 'blocking')
  return blocking
    ? { kind: 'refused', fault: blocking.kind }
    : { kind: 'usable', thumbprint: inspection.leaf.thumbprint }
}
