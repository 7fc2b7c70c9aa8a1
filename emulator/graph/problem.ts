// Failures as Graph answers them, with the codes of the service behind these endpoints (AADB2C…).
import { randomUUID } from 'node:crypto'
import type { JsonObject } from '../basics/checks'
import type { World } from '../state/world'

type Answering = { status: number; code: string; headers?: Readonly<Record<string, string>> }

/** A refusal of a Graph call; thrown, and turned into the error envelope in one place. */
export class GraphProblem extends Error {
  readonly status: number
  readonly code: string
  readonly headers: Readonly<Record<string, string>>

  constructor({ status, code, headers = {} }: Answering, message: string) {
    super(message)
    this.status = status
    this.code = code
    this.headers = headers
  }
}

/** A fault of the request that Graph's gateway finds before the service sees it. */
export function badRequest(message: string, code = 'BadRequest'): GraphProblem {
  return new GraphProblem({ status: 400, code }, message)
}

/** A fault of the request that the service finds. */
export function refused(code: string, message: string): GraphProblem {
  return new GraphProblem({ status: 400, code }, message)
}

export function missingSegment(segment: string): GraphProblem {
  return badRequest(`Resource not found for the segment '${segment}'.`)
}

export function missingValue(name: string): GraphProblem {
  return refused('AADB2C90186', `The input value ${name} is null. Please specify a non null value.`)
}

export function emptyValue(name: string): GraphProblem {
  return refused('AADB2C', `The value must not be null or empty. Parameter name: ${name}`)
}

export function invalidField(name: string): GraphProblem {
  return refused('AADB2C', `The '${name}' field is invalid in request`)
}

export function notFound({ tenant }: World, what: string, id: string): GraphProblem {
  return new GraphProblem(
    { status: 404, code: 'AADB2C90073' },
    `${what} with id '${id}' cannot be found in the directory '${tenant.domain}'.`,
  )
}

export type RequestIds = { requestId: string; clientRequestId: string }

/**
 * Graph's error envelope. The service's own codes come with its `correlationId`, and the date is
 * written without a zone, as recorded from the real one.
 */
export function problemEnvelope(
  { code, message }: { code: string; message: string },
  { requestId, clientRequestId }: RequestIds,
): JsonObject {
  const correlation = code.startsWith('AADB2C') ? { correlationId: randomUUID() } : {}
  const innerError = {
    ...correlation,
    date: new Date().toISOString().slice(0, 19),
    'request-id': requestId,
    'client-request-id': clientRequestId,
  }
  return { error: { code, message, innerError } }
}
