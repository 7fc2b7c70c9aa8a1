import type { TenantKind } from '@/lib/domain/user-flows/user-flow'
import type { FlowMemory, KeptReading } from '../flow-memory'

type Kept = { kind: TenantKind | null; reading: KeptReading | null; calls: readonly number[] }

/** The storage of a browser, as far as a reader uses it. */
export function browserMemory() {
  const kept: Kept = { kind: null, reading: null, calls: [] }
  const memory: FlowMemory = {
    tenantKind: { recall: () => kept.kind, remember: (kind) => void (kept.kind = kind) },
    reading: {
      recall: () => kept.reading,
      keep: (reading) => void (kept.reading = reading),
      forget: () => void (kept.reading = null),
    },
    calls: { recall: () => kept.calls, keep: (starts) => void (kept.calls = starts) },
  }
  return { kept, memory }
}
