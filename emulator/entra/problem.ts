// Failures of sign-in, in the shape and with the numbers of Entra (AADSTS…).
import { randomUUID } from 'node:crypto'

type Details = {
  /** Tells a client library that asking the person would help; see RFC 6749 for `error`. */
  suberror?: string
  /** The claims a new sign-in must ask for, as JSON text. */
  claims?: string
}

/** A refusal with OAuth's word for it and Entra's number; thrown, and answered by the endpoint. */
export class EntraProblem extends Error {
  readonly error: string
  readonly number: number
  readonly details: Details

  constructor(error: string, text: string, details: Details = {}) {
    super(text)
    this.error = error
    this.number = Number(/^AADSTS(\d+)/.exec(text)?.[1] ?? 0)
    this.details = details
  }
}

/** The JSON body of the token endpoint's refusal. */
export function problemBody(problem: EntraProblem, correlationId: string = randomUUID()) {
  const trace = { traceId: randomUUID(), correlationId, timestamp: entraTimestamp() }
  return {
    error: problem.error,
    error_description: describe(problem, trace),
    error_codes: [problem.number],
    timestamp: trace.timestamp,
    trace_id: trace.traceId,
    correlation_id: trace.correlationId,
    ...problem.details,
  }
}

/** The parameters that a refusal adds to the redirect URI. */
export function problemParameters(problem: EntraProblem, correlationId: string) {
  const { error, error_description, timestamp, trace_id, correlation_id, suberror, claims } =
    problemBody(problem, correlationId)
  return {
    error,
    error_description,
    error_codes: `[${problem.number}]`,
    timestamp,
    trace_id,
    correlation_id,
    ...(suberror === undefined ? {} : { suberror }),
    ...(claims === undefined ? {} : { claims }),
  }
}

/** The parameter is required and was not sent. */
export function missingParameter(name: string): EntraProblem {
  return new EntraProblem(
    'invalid_request',
    `AADSTS900144: The request body must contain the following parameter: '${name}'.`,
  )
}

type Trace = { traceId: string; correlationId: string; timestamp: string }

function describe(problem: EntraProblem, { traceId, correlationId, timestamp }: Trace): string {
  return `${problem.message} Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${timestamp}`
}

/** Entra writes `2026-01-09 02:02:12Z`, with a blank and without fractions. */
function entraTimestamp(): string {
  return `${new Date().toISOString().slice(0, 19).replace('T', ' ')}Z`
}
