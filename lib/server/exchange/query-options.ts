/** The query options that may reach Graph. What a browser sends is read, never passed on as it came. */
import 'server-only'
import { identifierSchema, stepSchema } from '@/lib/contract/identifiers'
import type { ProblemDetail } from '@/lib/contract/problem'
import type { Query } from '@/lib/graph/basics/query-text'
import { PortalError } from '@/lib/graph/basics/portal-error'
import { detail } from './validation'

/** For each option, whether a value is one of those that Graph documents. */
export type QueryRules = Readonly<Record<string, (value: string) => boolean>>

const step = `(?:${stepSchema.options.join('|')})`

const matches = (pattern: RegExp) => (value: string) => pattern.test(value)

/** Of a collection. A quote inside a text is written twice (OData 4.01 URL conventions 5.1.1.14.1). */
export const listOptions = {
  $select: matches(/^[A-Za-z]{1,64}(?:,[A-Za-z]{1,64}){0,15}$/),
  $filter: matches(/^displayName eq '(?:[^']|'')*'$/),
  $top: matches(/^[1-9]\d{0,2}$/),
  $count: matches(/^(?:true|false)$/),
} satisfies QueryRules

/** Of a flow's configuration, whose steps Graph shows only when asked to expand them. */
export const expandOptions: QueryRules = {
  $expand: matches(new RegExp(`^${step}(?:,${step}){0,2}$`)),
}

/**
 * Of the directory's audit log, which a caller may read only for one connector at a time. Graph
 * documents `eq` for the ids of `targetResources` and the order by `activityDateTime`
 * (Graph: directoryAudit).
 */
export const auditOptions: QueryRules = {
  $filter: (value) => {
    const id = /^targetResources\/any\(t:t\/id eq '([^']*)'\)$/.exec(value)?.[1]
    return identifierSchema.safeParse(id).success
  },
  $orderby: matches(/^activityDateTime desc$/),
  $top: listOptions.$top,
}

/** Of the tenant itself: the one question that the pages ask. */
export const organizationOptions: QueryRules = {
  $select: matches(/^id,displayName,verifiedDomains$/),
}

/** The options again, or `invalidRequest` if the one that must be given is not among them. */
export function requireOption(query: Query, name: string): Query {
  if (query[name] !== undefined) return query
  throw new PortalError('invalidRequest', { details: [detail(name, 'queryOptionMissing')] })
}

/** The options of an address, or `invalidRequest` naming each that is not allowed. */
export function readQuery(address: URL, rules: QueryRules): Query {
  const options = [...address.searchParams]
  const details = options.flatMap(([name, value], index) =>
    complaints({ name, value, isRepeated: isNamedBefore(options, index) }, rules),
  )
  if (details.length > 0) throw new PortalError('invalidRequest', { details })
  return Object.fromEntries(options)
}

type Option = { readonly name: string; readonly value: string; readonly isRepeated: boolean }

function complaints({ name, value, isRepeated }: Option, rules: QueryRules): ProblemDetail[] {
  const isAllowed = Object.hasOwn(rules, name) ? rules[name] : undefined
  if (!isAllowed) return [detail(name, 'queryOptionNotAllowed')]
  return isRepeated || !isAllowed(value) ? [detail(name, 'invalidValue')] : []
}

const isNamedBefore = (options: readonly [string, string][], index: number) =>
  options.findIndex(([name]) => name === options[index]?.[0]) < index
