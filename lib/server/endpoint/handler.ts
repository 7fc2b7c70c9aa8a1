/** The common way of all endpoints: who may ask, the order of the checks, and the only `try`. */
import 'server-only'
import type { z } from 'zod'
import type { Answer } from '@/lib/graph/basics/answer'
import { audited, type AuditedAttempt, type AuditSubject } from '../audit/audit'
import { requireBearerToken } from './bearer-token'
import { configuration, type ReadyConfiguration } from '../configuration/configuration'
import { noteAcceptance } from '../exchange/accepted-tokens'
import { beginExchange, finishExchange, problemAnswer, type Exchange } from '../exchange/exchange'
import type { Caller } from '@/lib/graph/basics/caller'
import type { Query } from '@/lib/graph/basics/query-text'
import { requireOwnOrigin } from './own-origin'
import { PortalError } from '@/lib/graph/basics/portal-error'
import { readQuery, type QueryRules } from '../exchange/query-options'
import { refusalOfFile } from './own-people'
import { readBody, type BodyRules, type FileInBody } from './request-body'
import { requireUsableCertificate } from '../certificates/usable-certificate'
import { requireValid } from '../exchange/validation'

export type Call<Params, Body> = {
  readonly caller: Caller
  readonly configuration: ReadyConfiguration
  readonly params: Params
  readonly query: Query
  readonly body: Body
}

/** Of the certificate in the file that the body holds (upper-case hexadecimal SHA-1). */
type Thumbprint<File extends FileInBody | null> = File extends null ? null : string

type FileCall<Params, Body, File extends FileInBody | null> = Call<Params, Body> & {
  readonly certificateThumbprint: Thumbprint<File>
}

export type Endpoint<Params, Body, File extends FileInBody | null = null> = {
  /** The segments in brackets of the route's folder. Next has decoded them once, and so no one else. */
  readonly params: z.ZodType<Params>
  /** Without rules no query option is allowed. */
  readonly query?: QueryRules
  /** Without rules a body is not read. */
  readonly body?: BodyRules<Body, File>
  /** The words of the audit log. Every endpoint that changes something has this. */
  readonly audit?: (call: Call<Params, Body>) => AuditSubject
  readonly work: (call: FileCall<Params, Body, File>) => Promise<Answer>
}

/** Answers one method of one route. */
export type Work = (exchange: Exchange, params: unknown) => Promise<Answer>

/** An endpoint for the signed-in administrator. */
export function handle<Params, Body = undefined, File extends FileInBody | null = null>(
  endpoint: Endpoint<Params, Body, File>,
): Work {
  return async (exchange, segments) => {
    const { request } = exchange
    const params = endpoint.params.safeParse(segments)
    requireRoute(params)
    requireOwnOrigin(request.headers, configuration().portalOrigin)
    const token = requireBearerToken(request.headers)
    const ready = requireConfiguration()
    const checked = {
      caller: callerOf(exchange, token, ready),
      configuration: ready,
      params: requireValid(params),
      query: readQuery(new URL(request.url), endpoint.query ?? {}),
    }
    const call = { ...checked, body: await bodyOf(request, endpoint) }
    const subject = endpoint.audit?.(call)
    return undertake(call, endpoint, subject && { exchange, token, configuration: ready, subject })
  }
}

/** What the file is worth is found out first, and nobody's file is opened before it is known whose it is. */
async function undertake<Params, Body, File extends FileInBody | null>(
  call: Call<Params, Body>,
  { body: rules, work }: Endpoint<Params, Body, File>,
  attempt: AuditedAttempt | undefined,
): Promise<Answer> {
  const file = rules?.fileIn?.(call.body) ?? null
  const refusal = file && (await refusalOfFile(call))
  if (refusal) return recorded(attempt, asWork(refusal))
  const thumbprint = file && (await requireUsableCertificate(file.upload, file.path))
  // Null exactly where there is no file.
  const certificateThumbprint = thumbprint as Thumbprint<File>
  return recorded(
    attempt && { ...attempt, certificateThumbprint },
    work({ ...call, certificateThumbprint }),
  )
}

const recorded = (attempt: AuditedAttempt | undefined, work: Promise<Answer>): Promise<Answer> =>
  attempt ? audited(attempt, work) : work

const asWork = (refusal: Answer | PortalError): Promise<Answer> =>
  refusal instanceof PortalError ? Promise.reject(refusal) : Promise.resolve(refusal)

/** An endpoint without rules for a body has no name for one, so its type is undefined. */
const bodyOf = <Params, Body, File extends FileInBody | null>(
  request: Request,
  { body }: Endpoint<Params, Body, File>,
): Promise<Body> => (body ? readBody(request, body) : Promise.resolve(undefined as Body))

/** Segments that come from a fixed list are part of the address; an id is a value in it. */
const fixedSegments: readonly PropertyKey[] = ['version', 'step']

function requireRoute({ error }: z.ZodSafeParseResult<unknown>): void {
  const isUnknown = error?.issues.some(({ path }) => fixedSegments.includes(path[0] ?? ''))
  if (isUnknown) throw new PortalError('routeNotAllowed')
}

const callerOf = (
  { request, clientRequestId }: Exchange,
  token: string,
  { graphRoot }: ReadyConfiguration,
): Caller => ({
  token,
  clientRequestId,
  gone: request.signal,
  patienceMs: patienceMs(request.headers),
  graphRoot,
  noteAnswer: (answer) => noteAcceptance(token, answer),
})

/**
 * `Prefer: wait=2` of a caller that shows the waiting itself (RFC 7240 section 4.3); any other gets
 * as much of it as the time for the request holds.
 */
function patienceMs(headers: Headers): number {
  const seconds = /(?:^|[,;\s])wait=(\d{1,4})(?:$|[,;\s])/i.exec(headers.get('prefer') ?? '')?.[1]
  return seconds === undefined ? Infinity : Number(seconds) * 1000
}

/** The configuration, or `notConfigured` with the variables at fault. */
export function requireConfiguration(): ReadyConfiguration {
  const now = configuration()
  if (now.kind === 'ready') return now
  const details = now.problems.map(({ variable, message }) => ({ target: variable, message }))
  throw new PortalError('notConfigured', { details })
}

type Handled = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS'

export type RouteHandler = (
  request: Request,
  context: { readonly params: Promise<unknown> },
) => Promise<Response>

export type RouteHandlers = Readonly<Record<Handled, RouteHandler>>

/** Every method of a route: those it has, and a refusal in Graph's shape for the others. */
export function routes(route: string, works: Partial<Record<Handled, Work>>): RouteHandlers {
  const withHead = works.GET ? { HEAD: works.GET, ...works } : works
  const allow = ['allow', [...Object.keys(withHead), 'OPTIONS'].sort().join(', ')] as const
  const refuse: Work = () =>
    Promise.reject(new PortalError('methodNotAllowed', { headers: [allow] }))
  const options: Work = () => Promise.resolve({ status: 204, headers: [allow] })
  const answering = (work: Work = refuse) => serve(route, work)
  return {
    GET: answering(withHead.GET),
    HEAD: answering(withHead.HEAD),
    POST: answering(withHead.POST),
    PUT: answering(withHead.PUT),
    PATCH: answering(withHead.PATCH),
    DELETE: answering(withHead.DELETE),
    OPTIONS: answering(withHead.OPTIONS ?? options),
  }
}

function serve(route: string, work: Work): RouteHandler {
  return async (request, context) => {
    const exchange = beginExchange(route, request)
    try {
      requireExactPath(request)
      return finishExchange(exchange, await work(exchange, await context.params))
    } catch (error) {
      return finishExchange(exchange, problemAnswer(exchange, error))
    }
  }
}

/** Next serves an address with a slash at its end like the one without. */
function requireExactPath({ url }: Request): void {
  if (/^[^?]*\/(?:\?|$)/.test(url)) throw new PortalError('routeNotAllowed')
}

/** A route at which every method is refused. */
const refusing = (route: string, refuse: Work) =>
  routes(route, {
    GET: refuse,
    POST: refuse,
    PUT: refuse,
    PATCH: refuse,
    DELETE: refuse,
    OPTIONS: refuse,
  })

/** Where there is nothing, whatever the method. */
export const noSuchRoute = refusing('/api/…', () =>
  Promise.reject(new PortalError('routeNotAllowed')),
)

/** In place of a page, for a method that pages do not have. */
export const noSuchMethod = refusing('page', () =>
  Promise.reject(new PortalError('methodNotAllowed', { headers: [['allow', 'GET, HEAD']] })),
)
