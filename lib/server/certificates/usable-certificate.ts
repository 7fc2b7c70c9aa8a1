/** Keeps certificate files that are of no use from Microsoft Graph, as the portal's pages do. */
import 'server-only'
import type { CertificateUpload } from '@/lib/contract/authentication'
import {
  certificateWarningMessageKey,
  pkcs12MessageKey,
} from '@/lib/domain/pkcs12/pkcs12-message-key'
import { translator } from '@/lib/messages/translator'
import {
  createCertificateGuard,
  type CertificateFault,
  type CertificateGuard,
  type NotJudged,
} from './certificate-guard'
import { PortalError } from '@/lib/graph/basics/portal-error'
import { processWide } from '@/lib/graph/basics/process-wide'

const translate = translator('pkcs12')

const messageKey = { ...pkcs12MessageKey, ...certificateWarningMessageKey }

/**
 * The certificate's thumbprint, for a file that holds what Graph asks for. Throws
 * `certificateRefused` with what is wrong,
 * or `certificateNotChecked`. The properties' names are put behind `path`, such as
 * `authenticationConfiguration.`.
 */
export async function requireUsableCertificate(
  { pkcs12Value, password }: CertificateUpload,
  path = '',
  judge: CertificateGuard = processWide('certificateGuard', createCertificateGuard),
): Promise<string> {
  // Copied, because a small Buffer is a window on memory that others use.
  const bytes = Uint8Array.from(Buffer.from(pkcs12Value, 'base64'))
  const answer = await judge({ bytes, password })
  if (answer.kind === 'usable') return answer.thumbprint
  throw certificateProblem(answer, path)
}

/** The error for a file that was not accepted, with its properties behind `path`. */
export const certificateProblem = (
  answer: { readonly kind: 'refused'; readonly fault: CertificateFault } | NotJudged,
  path: string,
): PortalError => (answer.kind === 'refused' ? refusal(answer.fault, path) : notChecked(answer))

function refusal(fault: CertificateFault, path: string): PortalError {
  const target = path + (fault === 'wrong-password' ? 'password' : 'pkcs12Value')
  const details = [{ target, code: fault, message: translate(messageKey[fault]) }]
  return new PortalError('certificateRefused', { details, cause: fault })
}

const notChecked = (answer: NotJudged): PortalError =>
  new PortalError('certificateNotChecked', {
    cause: answer.kind === 'failed' ? answer.cause : answer.kind,
  })
