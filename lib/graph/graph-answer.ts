/**
 * What may come back to the browser of Graph's answer: JSON as Graph sent it, an error without what was
 * sent as a secret, and five headers.
 */
import { errorBodySchema } from '@/lib/contract/problem'
import type { Answer, GraphTrace, HeaderLines } from './basics/answer'
import { bearerChallenges } from './challenges'
import { isWrite, type GraphAnswer, type GraphRequest } from './graph-request'
import { withoutSentSecrets } from './graph-error-mask'
import { parseJson } from './basics/json'
import { PortalError, type Particulars } from './basics/portal-error'

export type RelayedAnswer = Answer & {
  /** The parsed body; undefined when there was none. */
  readonly json: unknown
}

/** Graph's answer for the browser, or the problem that it is. */
export async function relay(request: GraphRequest, answer: GraphAnswer): Promise<RelayedAnswer> {
  const parsed = await parseAnswer(answer)
  const json = isSuccess(answer) ? parsed : withoutSentSecrets(parsed, request.body)
  const isUnderstood = isSuccess(answer)
    ? isWhatWasAsked(request, json)
    : isGraphError(answer, json)
  if (!isUnderstood) throw notUnderstood(request, answer)
  return {
    status: answer.status,
    headers: relayedHeaders(answer),
    ...(json === undefined ? {} : { body: json === parsed ? answer.bytes : JSON.stringify(json) }),
    json,
    graph: traceOf(answer, json),
  }
}

/** Stands for a body that is not JSON; JSON itself has no symbols. */
const unreadable = Symbol('unreadable')

const isSuccess = ({ status }: GraphAnswer) => status >= 200 && status < 300

async function parseAnswer({ headers, bytes }: GraphAnswer): Promise<unknown> {
  if (bytes.byteLength === 0) return undefined
  if (!/^application\/json\s*(?:;|$)/i.test(first(headers['content-type']) ?? '')) return unreadable
  return parseJson(bytes).catch(() => unreadable)
}

/** Only PATCH, PUT and DELETE may be answered without a body (Graph: 204 No Content). */
const isWhatWasAsked = ({ method }: GraphRequest, json: unknown) =>
  json === undefined ? method !== 'GET' && method !== 'POST' : json !== unreadable

/** Redirects are not errors of Graph's: following one could carry the token to another host. */
const isGraphError = ({ status }: GraphAnswer, json: unknown) =>
  status >= 400 && status < 600 && errorBodySchema.safeParse(json).success

/**
 * A page of some gateway in between, or half an answer. Of a write that was refused outright (4xx)
 * it is known that it did not happen; of any other it is not.
 */
function notUnderstood(request: GraphRequest, answer: GraphAnswer): PortalError {
  const isRefused = answer.status >= 300 && answer.status < 500
  const cause = `answer ${answer.status} not understood`
  return isWrite(request) && !isRefused
    ? new PortalError('outcomeUnknown', { cause })
    : new PortalError('upstreamInvalid', { cause, ...waiting(answer) })
}

/** A gateway that asks for patience is understood without its page. */
function waiting({ status, headers }: GraphAnswer): Particulars {
  if (status !== 429 && status !== 503) return {}
  return { status, headers: lines('retry-after', headers['retry-after']) }
}

function relayedHeaders({ headers }: GraphAnswer): HeaderLines {
  return [
    ...lines('request-id', headers['request-id']),
    ...lines('client-request-id', headers['client-request-id']),
    ...lines('retry-after', headers['retry-after']),
    ...bearerChallenges(headers['www-authenticate']).map(
      (challenge) => ['www-authenticate', challenge] as const,
    ),
  ]
}

type HeaderValue = string | string[] | undefined

const all = (value: HeaderValue): string[] => [value ?? []].flat()

const first = (value: HeaderValue): string | undefined => all(value)[0]

const lines = (name: string, value: HeaderValue): HeaderLines =>
  all(value).map((line) => [name, line] as const)

function traceOf(answer: GraphAnswer, json: unknown): GraphTrace {
  const error = isSuccess(answer) ? undefined : errorBodySchema.safeParse(json).data
  return {
    status: answer.status,
    requestId: first(answer.headers['request-id']),
    code: error?.error.code,
  }
}
