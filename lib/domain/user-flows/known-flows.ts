/** The knowledge of a tenant's flows, and how news changes it. Nothing is changed in place. */
import type { UserFlowKind } from '@/lib/contract/identifiers'
import type { FlowEntry, KindState, TenantKind, UserFlow, UserFlows } from './user-flow'

export const nothingKnown: UserFlows = {
  access: 'unknown',
  kinds: { b2xUserFlows: { state: 'reading' }, b2cUserFlows: { state: 'reading' } },
  tenantKind: null,
  flows: [],
  readAt: null,
}

/** A name that no two flows share. */
export const flowKey = ({ kind, id }: Pick<UserFlow, 'kind' | 'id'>) => `${kind}/${id}`

export function withKind(known: UserFlows, kind: UserFlowKind, state: KindState): UserFlows {
  const kinds = { ...known.kinds, [kind]: state }
  return { ...known, kinds, tenantKind: known.tenantKind ?? kindOfTenant(kinds) }
}

/** A tenant that has the one kind of flows and says that it has not the other. */
function kindOfTenant(kinds: UserFlows['kinds']): TenantKind | null {
  const [b2x, b2c] = [kinds.b2xUserFlows.state, kinds.b2cUserFlows.state]
  if (b2x === 'read' && b2c === 'absent') return 'workforce'
  return b2c === 'read' && b2x === 'absent' ? 'b2c' : null
}

/** The kinds of flows that a tenant of the kind does not have. */
const absentIn: Readonly<Record<TenantKind, readonly UserFlowKind[]>> = {
  workforce: ['b2cUserFlows'],
  b2c: ['b2xUserFlows'],
  external: ['b2xUserFlows', 'b2cUserFlows'],
}

/** The flows once the kind of the tenant is known: the other kind is absent. */
export function withTenantKind(known: UserFlows, tenantKind: TenantKind): UserFlows {
  const absent = absentIn[tenantKind].map((kind) => [kind, { state: 'absent' }] as const)
  return { ...known, tenantKind, kinds: { ...known.kinds, ...Object.fromEntries(absent) } }
}

export function withFlow(known: UserFlows, flow: UserFlow, news: Partial<FlowEntry>): UserFlows {
  const flows = known.flows.map((entry) =>
    flowKey(entry.flow) === flowKey(flow) ? { ...entry, ...news } : entry,
  )
  return { ...known, flows }
}

/** The flows of a kind as they are listed now, about to be read, with what was known of them. */
export function withListing(
  known: UserFlows,
  kind: UserFlowKind,
  found: readonly UserFlow[],
): UserFlows {
  const former = new Map(known.flows.map((entry) => [flowKey(entry.flow), entry]))
  const others = known.flows.filter(({ flow }) => flow.kind !== kind)
  const listed = found.map((flow) => ({
    steps: null,
    problem: null,
    ...former.get(flowKey(flow)),
    flow,
    isReading: true,
  }))
  // B2X flows first, whichever list arrives first.
  const flows = kind === 'b2xUserFlows' ? [...listed, ...others] : [...others, ...listed]
  return { ...withKind(known, kind, { state: 'read' }), flows }
}
