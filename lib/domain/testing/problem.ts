import type { RequestProblem } from '../problems/problem'

/** A problem of a request by its code, with whatever else matters to a test. */
export const problemOf = (code: string, known: Partial<RequestProblem> = {}): RequestProblem => ({
  kind: 'request',
  status: null,
  code,
  message: '',
  method: 'GET',
  path: '/v1.0/identity/apiConnectors',
  details: [],
  at: Date.UTC(2026, 0, 1),
  requestId: null,
  clientRequestId: null,
  correlationId: null,
  retryAfterSeconds: null,
  claims: null,
  token: null,
  ...known,
})
