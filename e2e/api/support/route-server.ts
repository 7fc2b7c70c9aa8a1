/**
 * Serves the route handlers over HTTP without Next, matching and decoding addresses as Next does, so
 * that tests can ask the whole API as a browser or a client library would.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import type { ReadableStream as NodeStream } from 'node:stream/web'
import type { RouteHandlers } from '@/lib/server/endpoint/handler'
import { close, listen } from '@/lib/graph/testing/upstream'
import * as directoryAudits from '@/app/api/graph/[version]/auditLogs/directoryAudits/route'
import * as anyOther from '@/app/api/[[...rest]]/route'
import * as connectorTests from '@/app/api/connector-tests/route'
import * as connectors from '@/app/api/graph/[version]/identity/apiConnectors/route'
import * as connector from '@/app/api/graph/[version]/identity/apiConnectors/[id]/route'
import * as upload from '@/app/api/graph/[version]/identity/apiConnectors/[id]/uploadClientCertificate/route'
import * as organization from '@/app/api/graph/[version]/organization/route'
import * as b2cFlows from '@/app/api/graph/[version]/identity/b2cUserFlows/route'
import * as b2cConfiguration from '@/app/api/graph/[version]/identity/b2cUserFlows/[flowId]/apiConnectorConfiguration/route'
import * as b2cStep from '@/app/api/graph/[version]/identity/b2cUserFlows/[flowId]/apiConnectorConfiguration/[step]/$ref/route'
import * as b2xFlows from '@/app/api/graph/[version]/identity/b2xUserFlows/route'
import * as b2xConfiguration from '@/app/api/graph/[version]/identity/b2xUserFlows/[flowId]/apiConnectorConfiguration/route'
import * as b2xStep from '@/app/api/graph/[version]/identity/b2xUserFlows/[flowId]/apiConnectorConfiguration/[step]/$ref/route'
import * as health from '@/app/api/health/route'
import * as ready from '@/app/api/ready/route'

const identity = '/api/graph/[version]/identity'
const configurationOf = (flows: string) => `${identity}/${flows}/[flowId]/apiConnectorConfiguration`

/** The folders of `app/api`, by their addresses. */
export const routeModules: Readonly<Record<string, RouteHandlers>> = {
  '/api/connector-tests': connectorTests,
  '/api/health': health,
  '/api/ready': ready,
  '/api/graph/[version]/auditLogs/directoryAudits': directoryAudits,
  '/api/graph/[version]/organization': organization,
  [`${identity}/apiConnectors`]: connectors,
  [`${identity}/apiConnectors/[id]`]: connector,
  [`${identity}/apiConnectors/[id]/uploadClientCertificate`]: upload,
  [`${identity}/b2xUserFlows`]: b2xFlows,
  [configurationOf('b2xUserFlows')]: b2xConfiguration,
  [`${configurationOf('b2xUserFlows')}/[step]/$ref`]: b2xStep,
  [`${identity}/b2cUserFlows`]: b2cFlows,
  [configurationOf('b2cUserFlows')]: b2cConfiguration,
  [`${configurationOf('b2cUserFlows')}/[step]/$ref`]: b2cStep,
}

export type RouteServer = { readonly origin: string; readonly stop: () => Promise<void> }

/** With other handlers in the place of some, for a test that needs another world around them. */
export async function serveRoutes(
  others: Readonly<Record<string, RouteHandlers>> = {},
): Promise<RouteServer> {
  const modules = { ...routeModules, ...others }
  const server = createServer({ maxHeaderSize: 32 * 1024 }, (incoming, outgoing) => {
    const gone = new AbortController()
    outgoing.once('close', () => {
      if (!outgoing.writableFinished) gone.abort()
    })
    const url = new URL(incoming.url ?? '/', origin)
    answer(findRoute(modules, url.pathname), toRequest(url, incoming, gone.signal))
      .then((response) => send(response, outgoing))
      .catch((error: unknown) => outgoing.destroy(error instanceof Error ? error : undefined))
  })
  const origin = await listen(server)
  return { origin, stop: () => close(server) }
}

async function answer(
  { handlers, params }: ReturnType<typeof findRoute>,
  request: Request,
): Promise<Response> {
  const method = request.method as keyof RouteHandlers // Node answers no other methods than HTTP's
  return handlers[method](request, { params: Promise.resolve(params) })
}

function findRoute(modules: Readonly<Record<string, RouteHandlers>>, pathname: string) {
  const segments = segmentsOf(pathname.replace(/\/$/, ''))
  for (const [template, handlers] of Object.entries(modules)) {
    const params = match(segmentsOf(template), segments)
    if (params) return { handlers, params }
  }
  return { handlers: anyOther, params: { rest: segments.slice(1).map(decodeURIComponent) } }
}

const segmentsOf = (path: string) => path.slice(1).split('/')

function match(template: string[], segments: string[]): Record<string, string> | undefined {
  const pairs = template.map((name, index) => ({ name, value: segments[index] ?? '' }))
  const isMatch =
    template.length === segments.length &&
    pairs.every(({ name, value }) => (name.startsWith('[') ? value !== '' : name === value))
  if (!isMatch) return undefined
  const variables = pairs.filter(({ name }) => name.startsWith('['))
  return Object.fromEntries(
    variables.map(({ name, value }) => [name.slice(1, -1), decodeURIComponent(value)]),
  )
}

function toRequest(url: URL, incoming: IncomingMessage, signal: AbortSignal): Request {
  const hasBody = incoming.method !== 'GET' && incoming.method !== 'HEAD'
  return new Request(url, {
    method: incoming.method ?? 'GET',
    headers: Object.fromEntries(
      Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
    ),
    signal,
    ...(hasBody ? { body: Readable.toWeb(incoming) as ReadableStream, duplex: 'half' } : {}),
  }) // the DOM's type does not know `duplex`, which Node asks for
}

async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers))
  if (!response.body) {
    outgoing.end()
    return
  }
  for await (const chunk of response.body as unknown as NodeStream<Uint8Array>) {
    outgoing.write(chunk) // Node's and the DOM's types of the same stream differ
  }
  outgoing.end()
}
