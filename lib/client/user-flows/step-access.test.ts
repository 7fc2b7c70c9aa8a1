import { describe, expect, it } from 'vitest'
import { failure, success } from '@/lib/domain/problems/problem'
import { problemOf } from '@/lib/domain/testing/problem'
import { nothingKnown } from '@/lib/domain/user-flows/known-flows'
import type { FlowEntry, Place } from '@/lib/domain/user-flows/user-flow'
import type { FlowReader } from './flow-reader'
import { stepAccess } from './step-access'

const place: Place = {
  kind: 'b2xUserFlows',
  flowId: 'B2X_1_a',
  step: 'postAttributeCollection',
}
const connector = { id: 'c-1', displayName: 'Loyalty' }
const steps = {
  postFederationSignup: null,
  postAttributeCollection: connector,
  preTokenIssuance: null,
}

const entry = (changes: Partial<FlowEntry>): FlowEntry => ({
  flow: { kind: 'b2xUserFlows', id: 'B2X_1_a', type: null },
  steps,
  problem: null,
  isReading: false,
  ...changes,
})

/** A reader whose flow is as it is told; it notes what it was asked to do. */
function readerOf(flows: readonly FlowEntry[], answer = success<unknown>(undefined)) {
  const asked: unknown[] = []
  const reader = {
    readFlow: async (flow: unknown) => void asked.push(flow),
    setStep: async (...given: unknown[]) => {
      asked.push(given)
      return answer
    },
    known: () => ({ ...nothingKnown, flows }),
  } as unknown as FlowReader
  return { asked, access: stepAccess(reader) }
}

describe('looking at a step', () => {
  it('reads the flow and tells what the step shows', async () => {
    const { asked, access } = readerOf([entry({})])

    expect(await access.look(place)).toEqual(success(connector))
    expect(asked).toEqual([{ kind: 'b2xUserFlows', id: 'B2X_1_a', type: null }])
  })

  it('tells of a free step, too', async () => {
    const free = { ...place, step: 'postFederationSignup' } as const

    expect(await readerOf([entry({})]).access.look(free)).toEqual(success(null))
  })

  it('says why the flow could not be read', async () => {
    const problem = problemOf('busy')

    expect(await readerOf([entry({ steps: null, problem })]).access.look(place)).toEqual(
      failure(problem),
    )
  })

  it('fails where the flow is not known at all', async () => {
    expect(await readerOf([]).access.look(place)).toMatchObject({
      ok: false,
      problem: { code: 'unexpected', method: 'GET', path: 'B2X_1_a' },
    })
  })
})

describe('changing a step', () => {
  it('sends the change and tells what the step shows afterwards', async () => {
    const { asked, access } = readerOf([entry({})])

    expect(await access.put(place, 'c-2')).toEqual({ answer: success(undefined), shows: connector })
    expect(asked).toEqual([[place, 'c-2']])
  })

  it('tells that what it shows could not be read', async () => {
    const refused = failure(problemOf('refused'))
    const { access } = readerOf([entry({ steps: null })], refused)

    expect(await access.put(place, null)).toEqual({ answer: refused, shows: undefined })
  })
})
