import type { ScopedMutator } from 'swr'
import type { GraphVersion } from '@/lib/contract/identifiers'
import type { GraphClient } from '../calls/graph'

/** A tenant as one person sees it: Graph, and what the page has read of it. */
export type TenantAccess = {
  readonly graph: GraphClient
  readonly version: GraphVersion
  readonly mutate: ScopedMutator
}
