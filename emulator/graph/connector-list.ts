// The list of connectors and the query options on it. The documentation names none but $expand, which
// has nothing to expand; the others are what Microsoft's SDKs can send.
import { isWholeNumber } from '../basics/checks'
import type { World } from '../state/world'
import { metadataContext, showConnector } from './connector-output'
import type { Answer, GraphCall } from './endpoint'
import { badRequest } from './problem'
import type { StoredConnector } from '../state/stored'

const options = '$count $expand $filter $orderby $search $select $skip $skiptoken $top'.split(' ')
const properties = ['id', 'displayName', 'targetUrl', 'authenticationConfiguration'] as const

export function listConnectors(call: GraphCall): Answer {
  requireKnownOptions(call.query)
  const found = filterConnectors(listedConnectors(call.world), call)
  const page = cutPage(found, call)
  const select = readSelect(call.query)
  const selected = select.length === 0 ? '' : `(${select.join(',')})`
  return {
    status: 200,
    body: {
      '@odata.context': metadataContext(call.version, `identity/apiConnectors${selected}`),
      ...(call.query.get('$count') === 'true' ? { '@odata.count': found.length } : {}),
      ...page.nextLink,
      value: page.connectors.map((connector) => showSelected(connector, call.world, select)),
    },
  }
}

/** How soon a list shows what was created, Microsoft does not say. */
function listedConnectors({ connectors, settings }: World): StoredConnector[] {
  const newest = Date.now() - settings.listLagMs
  return [...connectors.values()].filter(({ createdAtMs = 0 }) => createdAtMs <= newest)
}

/** The connector's properties that `$select` names, or all of them. */
export function showSelected(connector: StoredConnector, world: World, select: readonly string[]) {
  const shown = showConnector(connector, world)
  if (select.length === 0) return shown
  return Object.fromEntries(Object.entries(shown).filter(([name]) => select.includes(name)))
}

export function readSelect(query: URLSearchParams): string[] {
  const names = (query.get('$select') ?? '').split(',').map((name) => name.trim())
  const select = names.filter((name) => name !== '')
  const unknown = select.find((name) => !properties.some((property) => property === name))
  if (unknown !== undefined) {
    throw badRequest(
      `Parsing OData Select and Expand failed: Could not find a property named '${unknown}' on type 'microsoft.graph.identityApiConnector'.`,
    )
  }
  return select
}

export function requireKnownOptions(query: URLSearchParams): void {
  const unknown = [...query.keys()].find((name) => name.startsWith('$') && !options.includes(name))
  if (unknown !== undefined) throw badRequest(`The query parameter '${unknown}' is not supported.`)
}

function filterConnectors(connectors: StoredConnector[], { query, world }: GraphCall) {
  const filter = query.get('$filter')
  if (filter === null || world.settings.filter === 'ignore') return connectors
  if (world.settings.filter === 'reject')
    throw badRequest("The query option '$filter' is not supported.")
  const text = /^\s*displayName\s+eq\s+'((?:[^']|'')*)'\s*$/i.exec(filter)?.[1]
  if (text === undefined) throw badRequest('Invalid filter clause')
  const displayName = text.replaceAll("''", "'")
  return connectors.filter((connector) => connector.displayName === displayName)
}

type Page = { connectors: StoredConnector[]; nextLink: { '@odata.nextLink'?: string } }

function cutPage(connectors: StoredConnector[], call: GraphCall): Page {
  const start = readWholeNumber(call.query, '$skiptoken') ?? 0
  const size = readWholeNumber(call.query, '$top') ?? call.world.settings.pageSize
  if (size === null || connectors.length <= start + size) {
    return { connectors: connectors.slice(start), nextLink: {} }
  }
  const next = new URL(`${call.context.addresses.url}/${call.version}/identity/apiConnectors`)
  next.search = new URLSearchParams([...call.query]).toString()
  next.searchParams.set('$skiptoken', String(start + size))
  return {
    connectors: connectors.slice(start, start + size),
    nextLink: { '@odata.nextLink': next.href },
  }
}

function readWholeNumber(query: URLSearchParams, name: string): number | null {
  const text = query.get(name)
  if (text === null) return null
  const number = Number(text)
  if (text === '' || !isWholeNumber(number) || number < 0) {
    throw badRequest(`Invalid value '${text}' for the query option '${name}'.`)
  }
  return number
}
