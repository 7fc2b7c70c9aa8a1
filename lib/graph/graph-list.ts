/** A collection of Graph's as one answer: its further pages are fetched here, not by the browser. */
import { z } from 'zod'
import type { RelayedAnswer } from './graph-answer'
import { askGraph } from './graph-attempts'
import { maxAnswerBytes } from './graph-connection'
import type { Caller } from './basics/caller'
import { withinReadLimits, type TimeLimits } from './graph-request'
import { PortalError } from './basics/portal-error'
import { queryText, type Query } from './basics/query-text'

const maxPages = 20

const pageSchema = z.looseObject({ value: z.array(z.unknown()) })
type Page = z.infer<typeof pageSchema>

/** The link by which a page names the next one, however its name is capitalised. */
const isNextLink = (name: string) => name.toLowerCase() === '@odata.nextlink'

/**
 * The whole list without `@odata.nextLink`. With `$top` it is the first page only: a link of Graph's
 * would lead the browser past the portal.
 */
export function listFromGraph(caller: Caller, path: string, query: Query): Promise<RelayedAnswer> {
  return withinReadLimits(caller, (limits) => readList({ caller, path, limits }, query))
}

/** The same within the time of something larger. */
export async function readList(walk: Walk, query: Query = {}): Promise<RelayedAnswer> {
  const first = await readPage(walk, walk.path + queryText(query))
  if (first.status !== 200 || !hasNextLink(first.json)) return first
  return query['$top'] === undefined ? readOn(walk, first) : merged(first, [requirePage(first)])
}

type Walk = { readonly caller: Caller; readonly path: string; readonly limits: TimeLimits }

const readPage = ({ caller, limits }: Walk, path: string): Promise<RelayedAnswer> =>
  askGraph(caller, { method: 'GET', path }, limits)

const hasNextLink = (json: unknown) =>
  typeof json === 'object' && json !== null && Object.keys(json).some(isNextLink)

/** A list that cannot be had whole is not answered at all: a short one would look complete. */
async function readOn(walk: Walk, first: RelayedAnswer): Promise<RelayedAnswer> {
  const pages = [requirePage(first)]
  let byteLength = sizeOf(first)
  for (let link = nextLinkOf(pages); link !== undefined; link = nextLinkOf(pages)) {
    if (pages.length >= maxPages || byteLength > maxAnswerBytes) throw listTooLong()
    const next = await readPage(walk, requireOwnPath(walk, link))
    if (next.status !== 200) return next
    byteLength += sizeOf(next)
    pages.push(requirePage(next))
  }
  return merged(first, pages)
}

/** Null is as good as no link: some of Microsoft's services end a list with it. */
function nextLinkOf(pages: readonly Page[]): string | undefined {
  const link = Object.entries(pages.at(-1) ?? {}).find(([name]) => isNextLink(name))?.[1]
  if (link === undefined || link === null) return undefined
  if (typeof link === 'string') return link
  throw new PortalError('upstreamInvalid', { cause: 'page link is no text' })
}

const sizeOf = ({ body }: RelayedAnswer) => (body instanceof ArrayBuffer ? body.byteLength : 0)

const listTooLong = () => new PortalError('upstreamInvalid', { cause: 'list too long' })

function requirePage({ json }: RelayedAnswer): Page {
  const page = pageSchema.safeParse(json)
  if (page.success) return page.data
  throw new PortalError('upstreamInvalid', { cause: 'page without value' })
}

/** The token goes only where the list came from: same origin, same collection. */
function requireOwnPath({ caller, path }: Walk, link: string): string {
  const own = new URL(path, caller.graphRoot)
  const next = URL.canParse(link, own) ? new URL(link, own) : undefined
  if (next?.origin === own.origin && collectionOf(next) === collectionOf(own)) {
    return next.pathname + next.search
  }
  throw new PortalError('upstreamInvalid', { cause: 'page link leads elsewhere' })
}

/** Graph's paths ignore case, and a slash at the end. */
const collectionOf = ({ pathname }: URL) => pathname.replace(/\/$/, '').toLowerCase()

function merged(first: RelayedAnswer, pages: readonly Page[]): RelayedAnswer {
  const properties = Object.entries(pages[0] ?? {}).filter(([name]) => !isNextLink(name))
  const value = pages.flatMap((page) => page.value)
  const json = { ...Object.fromEntries(properties), value }
  return { ...first, json, body: JSON.stringify(json) }
}
