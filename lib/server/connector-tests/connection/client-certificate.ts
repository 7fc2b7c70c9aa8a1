/** The client certificate of a test: opened in memory, used once and forgotten. */
import 'server-only'
import { Worker } from 'node:worker_threads'
import type { CertificateUpload } from '@/lib/contract/authentication'
import type { CertificateDates } from '@/lib/domain/connector-tests/rule'
import {
  createFileGuard,
  type CertificateFault,
  type FileGuard,
} from '../../certificates/certificate-guard'
import { processWide } from '@/lib/graph/basics/process-wide'
import { certificateProblem } from '../../certificates/usable-certificate'

export type ClientCertificate = {
  readonly privateKeyPem: string
  /** The key's certificate first, then its issuers. */
  readonly certificatesPem: string
  /** How long the key's certificate is in DER. */
  readonly leafBytes: number
  /** The validity of the key's certificate, in epoch seconds. */
  readonly notBefore: number
  readonly notAfter: number
}

/** Where now is, as this machine's clock has it, in the validity of the certificate of a test. */
export function datesOf(certificate: ClientCertificate | undefined): CertificateDates | null {
  if (!certificate) return null
  const now = Date.now() / 1000
  if (certificate.notAfter < now) return 'expired'
  return certificate.notBefore > now ? 'notYetValid' : 'valid'
}

export type OpenedCertificate =
  | { readonly kind: 'opened'; readonly certificate: ClientCertificate }
  | { readonly kind: 'refused'; readonly fault: CertificateFault }

/** The thread of the portal. Its address is written as the bundler needs it to find the file. */
const startThread = () => new Worker(new URL('./client-certificate.worker.ts', import.meta.url))

/**
 * Opens a file of any encryption that the portal knows. Not with OpenSSL's own reader: it knows fewer
 * kinds, and nothing could stop it from deriving a key for hours. Throws `certificateRefused` or
 * `certificateNotChecked`.
 */
export async function openClientCertificate(
  { pkcs12Value, password }: CertificateUpload,
  open: FileGuard<OpenedCertificate> = processWide('client certificates', () =>
    createFileGuard<OpenedCertificate>(startThread),
  ),
): Promise<ClientCertificate> {
  const bytes = Uint8Array.from(Buffer.from(pkcs12Value, 'base64'))
  const answer = await open({ bytes, password })
  if (answer.kind === 'opened') return answer.certificate
  throw certificateProblem(answer, 'authentication.')
}
