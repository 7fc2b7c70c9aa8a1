// Reading the audit log (Graph: List directoryAudits).
import { isWholeNumber } from '../basics/checks'
import type { Directory } from '../basics/directories'
import { keptAudits, type AuditEntry } from '../state/audit-log'
import { metadataContext } from './connector-output'
import { addResource, type Answer, type GraphApp, type GraphCall } from './endpoint'
import { badRequest } from './problem'

export function addDirectoryAuditRoutes(graph: GraphApp): void {
  addResource(graph, '/auditLogs/directoryAudits', {
    GET: { anyOf: ['AuditLog.Read.All'], service: 'auditLogs', answer: listAudits },
  })
}

function listAudits(call: GraphCall): Answer {
  requireKnownOptions(call.query)
  const found = orderAudits(filterAudits(keptAudits(call.world), call.query), call.query)
  const start = readNumber(call.query, '$skiptoken') ?? 0
  const size = readNumber(call.query, '$top') ?? call.world.settings.pageSize ?? mostOnAPage
  const end = start + size
  return {
    status: 200,
    body: {
      '@odata.context': metadataContext(call.version, 'auditLogs/directoryAudits'),
      ...(end < found.length ? { '@odata.nextLink': linkTo(call, end) } : {}),
      value: found.slice(start, end).map((entry) => showAudit(entry, call.world.tenant)),
    },
  }
}

const mostOnAPage = 1000

/** Documented are these; `$skiptoken` comes with a link only. */
const options = ['$filter', '$orderby', '$skiptoken', '$top']

function requireKnownOptions(query: URLSearchParams): void {
  const unknown = [...query.keys()].find((name) => name.startsWith('$') && !options.includes(name))
  if (unknown !== undefined) throw badRequest(`The query parameter '${unknown}' is not supported.`)
}

/** Of the documented filters the one by the id of a target. */
function filterAudits(audits: AuditEntry[], query: URLSearchParams): AuditEntry[] {
  const filter = query.get('$filter')
  if (filter === null) return audits
  const id = /^\s*targetResources\/any\(\s*(\w+)\s*:\s*\1\/id eq '((?:[^']|'')*)'\s*\)\s*$/.exec(
    filter,
  )?.[2]
  if (id === undefined) throw badRequest('Invalid filter clause')
  return audits.filter(({ target }) => target?.id === id.replaceAll("''", "'"))
}

function orderAudits(audits: AuditEntry[], query: URLSearchParams): AuditEntry[] {
  const order = query.get('$orderby') ?? 'activityDateTime desc'
  const direction = /^activityDateTime(?: (asc|desc))?$/.exec(order)
  if (!direction) throw badRequest(`The query option '$orderby=${order}' is not supported.`)
  return direction[1] === 'desc' ? audits : audits.toReversed()
}

function readNumber(query: URLSearchParams, name: string): number | null {
  const text = query.get(name)
  if (text === null) return null
  const number = Number(text)
  if (text === '' || !isWholeNumber(number) || number < 0 || number > mostOnAPage) {
    throw badRequest(`Invalid value '${text}' for the query option '${name}'.`)
  }
  return number
}

function linkTo({ context, version, query }: GraphCall, start: number): string {
  const next = new URL(`${context.addresses.url}/${version}/auditLogs/directoryAudits`)
  next.search = new URLSearchParams([...query]).toString()
  next.searchParams.set('$skiptoken', String(start))
  return next.href
}

/** Graph: directoryAudit, in the order of its documented samples. No property is told of a change. */
function showAudit(
  { id, activity, timeMs, correlationId, failure, target, ...by }: AuditEntry,
  tenant: Directory,
) {
  return {
    id,
    category: 'ResourceManagement',
    correlationId,
    result: failure === null ? 'success' : 'failure',
    resultReason: failure ?? '',
    activityDisplayName: activity,
    activityDateTime: new Date(timeMs).toISOString(),
    loggedByService: 'B2C',
    operationType: operationOf[activity],
    initiatedBy: {
      user: { ...by.user, ipAddress: by.ipAddress, userType: null, homeTenantId: tenant.id },
      app: null,
    },
    targetResources: target
      ? [
          {
            ...target,
            type: 'Other',
            userPrincipalName: null,
            groupType: null,
            modifiedProperties: [],
          },
        ]
      : [],
    additionalDetails: [],
  }
}

const operationOf = {
  'Create Api connector': 'Add',
  'Update Api connector': 'Update',
  'Delete Api connector': 'Delete',
}
