/** What a reading of all flows leaves to the next page of the tab, and what that page makes of it. */
import { nothingKnown } from '@/lib/domain/user-flows/known-flows'
import type { UserFlows } from '@/lib/domain/user-flows/user-flow'
import type { KeptReading } from './flow-memory'

/** What need not be read again; null before the first reading. */
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

/** What has failed is tried again. */
const keptState = ({ state }: UserFlows['kinds']['b2xUserFlows']) =>
  state === 'failed' ? 'reading' : state

/** What is known at the start of the next page; whether the person may still see it is not. */
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
