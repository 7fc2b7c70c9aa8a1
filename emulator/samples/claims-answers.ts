// Target APIs that look at the claims they are sent, and answers that are almost right.
import type { FastifyInstance } from 'fastify'
import { isObject, parseJson } from '../basics/checks'

const proceed = { version: '1.0.0', action: 'Continue' }

type Claims = Record<string, unknown>

/** The body as claims; none for what is not a JSON object. */
function claimsOf(body: unknown): Claims {
  const value = typeof body === 'string' ? parseJson(body) : undefined
  return isObject(value) ? value : {}
}

/** An API that serves every step of a flow, told by `step` (B2C sends it). */
const byStep: Readonly<Record<string, (claims: Claims) => { status: number; body: Claims }>> = {
  PostFederationSignup: () => ({ status: 200, body: { ...proceed, jobTitle: 'Buyer' } }),
  PostAttributeCollection: ({ postalCode }) =>
    typeof postalCode === 'string'
      ? { status: 200, body: { ...proceed, postalCode: postalCode.trim() } }
      : {
          status: 400,
          body: {
            version: '1.0.0',
            status: 400,
            action: 'ValidationError',
            userMessage: 'Please enter a postal code.',
          },
        },
  PreTokenIssuance: () => ({ status: 200, body: { ...proceed, extension_LoyaltyTier: 'gold' } }),
}

export function addClaimsAnswers(app: FastifyInstance): void {
  app.all('/samples/by-step', (request, reply) => {
    const claims = claimsOf(request.body)
    const answer = byStep[String(claims['step'])]?.(claims) ?? { status: 200, body: proceed }
    return reply.code(answer.status).send(answer.body)
  })
  // For tests only: whoever sends a secret gets it back.
  app.all('/samples/echo', (request, reply) => {
    const { authorization = '' } = request.headers
    return reply.header('x-echo-authorization', authorization).send({
      ...proceed,
      authorization,
      credentials: credentialsOf(authorization),
      sent: request.body,
    })
  })
}

const credentialsOf = (authorization: string) =>
  Buffer.from(authorization.replace(/^Basic /i, ''), 'base64').toString()

/** Answers that Microsoft does not take, or takes for something else. */
export function addAlmostRightAnswers(app: FastifyInstance): void {
  const json = (path: string, text: string | Buffer, type = 'application/json') =>
    app.all(`/samples/${path}`, (_request, reply) => reply.type(type).send(text))
  json('empty', '')
  json('trailing-garbage', '{"version":"1.0.0","action":"Continue"};')
  json('text-type', '{"version":"1.0.0","action":"Continue"}', 'text/plain')
  json('latin-1', Buffer.from('{"version":"1.0.0","action":"Continue","city":"Köln"}', 'latin1'))
  json('unknown-action', '{"version":"1.0.0","action":"Proceed"}')
  app.all('/samples/missing-version', () => ({ action: 'Continue' }))
  app.all('/samples/block-without-message', () => ({ version: '1.0.0', action: 'ShowBlockPage' }))
  app.all('/samples/validation-error-200', () => ({
    version: '1.0.0',
    status: 400,
    action: 'ValidationError',
    userMessage: 'Please check the postal code.',
  }))
  app.all('/samples/nested-claim', () => ({ ...proceed, address: { city: 'Oslo' } }))
}
