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
  request.url = readable(request.url ?? '/')
  // Said only where it is true: a portal on plain http would lock its visitors out.
  if (isSecure) {
    response.setHeader('strict-transport-security', 'max-age=63072000; includeSubDomains')
  }
}

/** Next answers a bare 500 to escapes that are no UTF-8; here they lead to what does not exist. */
function readable(url: string): string {
  const [path = ''] = url.split('?', 1)
  if (isDecodable(path)) return url
  return path.startsWith('/api/') ? '/api/unreadable' : '/unreadable'
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}
