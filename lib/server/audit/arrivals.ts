/**
 * What has to happen to a request before Next sees it, on the channel by which Node tells of each one
 * (Node: diagnostics_channel, `http.server.request.start`). Next has no hook that comes this early.
 */
import 'server-only'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { socketAddressHeader } from './source-address'

type Arrival = { readonly request: IncomingMessage; readonly response: ServerResponse }

const channel = 'http.server.request.start'

/**
 * From now on every request of this process is looked at, until the function given back is called.
 * @param portalOrigin the public origin of the portal
 */
export function watchArrivals(portalOrigin: string): () => void {
  const isSecure = portalOrigin.startsWith('https:')
  const listener = (message: unknown) => {
    prepare(message as Arrival, isSecure) // Node documents that this is what it publishes
  }
  subscribe(channel, listener)
  return () => {
    unsubscribe(channel, listener)
  }
}

function prepare({ request, response }: Arrival, isSecure: boolean): void {
  request.headers[socketAddressHeader] = request.socket.remoteAddress ?? ''
  const refused = refusalOf(request)
  request.url = refused ?? request.url ?? '/'
  // Next answers a bare 500 to methods that it does not know.
  if (refused === methodRefused) request.method = 'POST'
  // Said only where it is true: a portal on plain http would lock its visitors out.
  if (isSecure) {
    response.setHeader('strict-transport-security', 'max-age=63072000; includeSubDomains')
  }
}

/** Of a query. A page has two options at most and Graph's lists five; Next needs seconds for thousands. */
const maxOptionMarks = 32

/** An address at which every method is refused, in the envelope of all refusals. */
const methodRefused = '/api/method-refused'

/** The address that a request gets in place of one that is not to reach Next; null for any other. */
function refusalOf({ method, url = '/', headers }: IncomingMessage): string | null {
  const [path = ''] = url.split('?', 1)
  const isApi = /^\/api(?:\/|$)/.test(path)
  if (!methodsOf(path, isApi).has(method) || 'next-action' in headers) return methodRefused
  if (isReadable(path) && !hasManyOptions(url)) return null
  return isApi ? '/api/unreadable' : '/unreadable'
}

/** Next answers a bare 500 to escapes that are no UTF-8; so they lead to what does not exist. */
const isReadable = (path: string) => path.startsWith('/') && isDecodable(path)

/** Nothing but the API takes a body, and Next would hold it in memory. */
const pageMethods: ReadonlySet<string | undefined> = new Set(['GET', 'HEAD'])
const apiMethods: ReadonlySet<string | undefined> = new Set([
  ...pageMethods,
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
])

/** Next's own tools for developers post to addresses of theirs, which a built portal does not have. */
const methodsOf = (path: string, isApi: boolean) =>
  isApi || path.startsWith('/__nextjs') ? apiMethods : pageMethods

/** Looks no further than it has to. */
function hasManyOptions(url: string): boolean {
  let marks = 0
  let at = url.indexOf('&')
  while (at !== -1 && marks <= maxOptionMarks) {
    marks += 1
    at = url.indexOf('&', at + 1)
  }
  return marks > maxOptionMarks
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}
