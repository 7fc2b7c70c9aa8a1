/** What is known of a tenant's flows, and what each piece of news makes of it. Nothing is changed in place. */
import type { UserFlowKind } from '@/lib/contract/identifiers'
import type { FlowEntry, KindState, UserFlow, UserFlows } from './user-flow'

export const nothingKnown: UserFlows<never> = {
  access: 'unknown',
  kinds: { b2xUserFlows: { state: 'reading' }, b2cUserFlows: { state: 'reading' } },
  flows: [],
  readAt: null,
}

/** A name that no two flows share. */
export const flowKey = ({ kind, id }: Pick<UserFlow, 'kind' | 'id'>) => `${kind}/${id}`

export function withKind<Problem>(
  known: UserFlows<Problem>,
  kind: UserFlowKind,
  state: KindState<Problem>,
): UserFlows<Problem> {
  return { ...known, kinds: { ...known.kinds, [kind]: state } }
}

export function withFlow<Problem>(
  known: UserFlows<Problem>,
  flow: UserFlow,
  news: Partial<FlowEntry<Problem>>,
): UserFlows<Problem> {
  const flows = known.flows.map((entry) =>
    flowKey(entry.flow) === flowKey(flow) ? { ...entry, ...news } : entry,
  )
  return { ...known, flows }
}

/** The flows of a kind as they are listed now, about to be read, with what was known of them. */
export function withListing<Problem>(
  known: UserFlows<Problem>,
  kind: UserFlowKind,
  found: readonly UserFlow[],
): UserFlows<Problem> {
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
