/**
 * What is known of a tenant's flows and outlives the page. Nothing of it is secret: ids and names of
 * flows and connectors, and times.
 */
import { userFlowKindSchema } from '@/lib/contract/identifiers'
import { flowStepsSchema } from '@/lib/contract/user-flow'
import * as z from '@/lib/contract/z'
import type { TenantKind } from '@/lib/domain/user-flows/user-flow'
import { forgetStored, readStored, store } from '../storage/stored'
import type { CallMemory } from './paced-calls'

export type FlowMemory = {
  /** The kind of the tenant never changes: kept as long as the tab. */
  readonly tenantKind: KindMemory
  /** Kept in the tab until it is read no more as fresh. */
  readonly reading: ReadingMemory
  /** The quota is the application's, so all tabs of the browser share the count. */
  readonly calls: CallMemory
}

export type KindMemory = {
  readonly recall: () => TenantKind | null
  readonly remember: (kind: TenantKind) => void
}

export type ReadingMemory = {
  readonly recall: () => KeptReading | null
  readonly keep: (reading: KeptReading) => void
  /** Ends the keeping: nothing that this tab has read stays behind, whoever has read it. */
  readonly forget: () => void
}

const tenantKindSchema = z.enum(['workforce', 'b2c', 'external'])

const kindStateSchema = z.enum(['reading', 'read', 'absent'])

const keptReadingSchema = z.object({
  /** Epoch milliseconds. */
  readAt: z.number(),
  kinds: z.object({ b2xUserFlows: kindStateSchema, b2cUserFlows: kindStateSchema }),
  flows: z.array(
    z.object({
      kind: userFlowKindSchema,
      id: z.string(),
      type: z.nullable(z.string()),
      /** Null while it has not been read. */
      steps: z.nullable(flowStepsSchema),
    }),
  ),
})
export type KeptReading = z.infer<typeof keptReadingSchema>

const startsSchema = z.array(z.number())

/** The number changes with the shape of what is kept. */
const readingPrefix = 'portal.flows.1.'

const burstMs = 250

/** @param accountId MSAL's `homeAccountId`, with the tenant that was signed in to */
export function flowMemoryOf(accountId: string): FlowMemory {
  return {
    tenantKind: tenantKindMemory(`portal.tenant-kind.${accountId}`),
    reading: readingMemory(readingPrefix + accountId),
    calls: callMemory(`portal.flow-calls.${accountId}`),
  }
}

function tenantKindMemory(key: string): KindMemory {
  return {
    recall: () => tenantKindSchema.safeParse(sessionStorage.getItem(key)).data ?? null,
    remember: (kind) => sessionStorage.setItem(key, kind),
  }
}

/** News comes in bursts: it is written when a burst has had its time, or the page is left. */
function readingMemory(key: string): ReadingMemory {
  let latest: KeptReading | null = null
  let hasEnded = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const write = () => {
    clearTimeout(timer)
    timer = undefined
    if (latest && !hasEnded) store(sessionStorage, key, latest)
    latest = null
  }
  window.addEventListener('pagehide', write)
  return {
    recall: () => readStored(sessionStorage, key, keptReadingSchema),
    keep: (reading) => {
      latest = reading
      timer ??= setTimeout(write, burstMs)
    },
    forget: () => {
      hasEnded = true
      forgetStored(sessionStorage, (name) => name.startsWith(readingPrefix))
    },
  }
}

function callMemory(key: string): CallMemory {
  return {
    recall: () => readStored(localStorage, key, startsSchema) ?? [],
    keep: (starts) => store(localStorage, key, starts),
  }
}
