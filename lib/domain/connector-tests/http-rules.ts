/** Rules about the answer as HTTP: only 200 and 400 mean something (Entra: add an API connector). */
import { brokenIf, header, type ObservedAnswer, type Rule, type Subject } from './rule'

/** A status says something of its own only where the body is none of the contract's answers. */
const statusRule =
  (isMeant: (status: number, answer: ObservedAnswer) => boolean) =>
  ({ answer, body }: Subject) =>
    body === null && isMeant(answer.status, answer) ? [{ status: answer.status }] : []

const isRefusalOf =
  (...dates: readonly ObservedAnswer['certificateDates'][]) =>
  (status: number, { certificateDates }: ObservedAnswer) =>
    (status === 401 || status === 403) && dates.includes(certificateDates)

const isRedirect = (status: number) => status >= 300 && status < 400
const isServerError = (status: number) => status >= 500

const named: Readonly<Record<number, true>> = {
  200: true,
  204: true,
  400: true,
  401: true,
  403: true,
  404: true,
  405: true,
  410: true,
  429: true,
}

const isOther = (status: number) => !named[status] && !isRedirect(status) && !isServerError(status)

export const httpRules: readonly Rule[] = [
  {
    name: 'redirected',
    severity: 'error',
    message: 'The endpoint redirects (HTTP {status}). The answer must come from the endpoint URL.',
    broken: statusRule(isRedirect),
  },
  {
    name: 'credentialsRefused',
    severity: 'error',
    message: 'The endpoint refused the credentials (HTTP {status}).',
    broken: statusRule(isRefusalOf(null, 'valid')),
  },
  {
    name: 'expiredCertificateRefused',
    severity: 'error',
    message: 'The client certificate has expired, and the endpoint refused it (HTTP {status}).',
    broken: statusRule(isRefusalOf('expired')),
  },
  {
    name: 'earlyCertificateRefused',
    severity: 'error',
    message:
      'The client certificate is not valid yet, and the endpoint refused it (HTTP {status}).',
    broken: statusRule(isRefusalOf('notYetValid')),
  },
  {
    name: 'notFound',
    severity: 'error',
    message: 'There is nothing at the endpoint URL (HTTP {status}).',
    broken: statusRule((status) => status === 404 || status === 410),
  },
  {
    name: 'methodNotAllowed',
    severity: 'error',
    message: 'The endpoint does not take POST (HTTP 405).',
    broken: statusRule((status) => status === 405),
  },
  {
    name: 'tooManyRequests',
    severity: 'error',
    message: 'The endpoint limits how often it may be called (HTTP 429).',
    broken: statusRule((status) => status === 429),
  },
  {
    name: 'serverError',
    severity: 'error',
    message: 'The endpoint failed (HTTP {status}).',
    broken: statusRule(isServerError),
  },
  {
    name: 'noContent',
    severity: 'error',
    message: 'HTTP 204 has no body, and so no action.',
    broken: statusRule((status) => status === 204),
  },
  {
    name: 'unexpectedStatus',
    severity: 'error',
    message: 'HTTP {status} means nothing to Microsoft: only 200 and 400 do.',
    broken: statusRule(isOther),
  },
  {
    name: 'compressed',
    severity: 'error',
    message: 'The body is compressed ({encoding}) although the request did not offer that.',
    broken: ({ answer }) => {
      const encoding = header(answer, 'content-encoding')?.trim().toLowerCase() ?? 'identity'
      return encoding === 'identity' || encoding === '' ? [] : [{ encoding }]
    },
  },
  {
    name: 'cookieSet',
    severity: 'info',
    message: 'The answer sets a cookie, which is never sent back.',
    broken: ({ answer }) => brokenIf(header(answer, 'set-cookie') !== null),
  },
  {
    name: 'oldTls',
    severity: 'error',
    message: 'The connection used {protocol}. TLS 1.2 is required.',
    broken: ({ answer: { tlsProtocol } }) =>
      tlsProtocol !== null && /^(SSL|TLSv1(\.1)?$)/.test(tlsProtocol)
        ? [{ protocol: tlsProtocol }]
        : [],
  },
]
