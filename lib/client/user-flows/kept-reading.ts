/** The part of a reading of all flows that the next page of the tab goes on with. */
import { nothingKnown } from '@/lib/domain/user-flows/known-flows'
import type { UserFlows } from '@/lib/domain/user-flows/user-flow'
import type { KeptReading } from './flow-memory'

/** The part that need not be read again; null before the first reading. */
export function keptOf({ readAt, kinds, flows }: UserFlows): KeptReading | null {
  if (readAt === null) return null
  const { b2xUserFlows, b2cUserFlows } = kinds
  return {
    readAt,
    kinds: { b2xUserFlows: keptState(b2xUserFlows), b2cUserFlows: keptState(b2cUserFlows) },
    flows: flows.map(({ flow, steps, problem, isReading }) => ({
      ...flow,
      // What an earlier reading told is not of this one.
      steps: isReading || problem !== null ? null : steps,
    })),
  }
}

/** The next page tries again what has failed. */
const keptState = ({ state }: UserFlows['kinds']['b2xUserFlows']) =>
  state === 'failed' ? 'reading' : state

/** The knowledge at the start of the next page, which does not know yet whether the person may see it. */
export function knownOf({ readAt, kinds, flows }: KeptReading): UserFlows {
  return {
    ...nothingKnown,
    readAt,
    kinds: {
      b2xUserFlows: { state: kinds.b2xUserFlows },
      b2cUserFlows: { state: kinds.b2cUserFlows },
    },
    flows: flows.map(({ steps, ...flow }) => ({
      flow,
      steps,
      problem: null,
      isReading: steps === null,
    })),
  }
}
