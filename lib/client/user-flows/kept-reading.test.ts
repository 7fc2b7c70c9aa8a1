import { expect, test } from 'vitest'
import { problemOf } from '@/lib/domain/testing/problem'
import { nothingKnown } from '@/lib/domain/user-flows/known-flows'
import type { UserFlows } from '@/lib/domain/user-flows/user-flow'
import { keptOf, knownOf } from './kept-reading'

const steps = {
  postFederationSignup: { id: 'c-1', displayName: 'Loyalty' },
  postAttributeCollection: null,
  preTokenIssuance: null,
}
const flow = (id: string) => ({ kind: 'b2xUserFlows', id, type: 'signUpOrSignIn' }) as const

const known: UserFlows = {
  ...nothingKnown,
  access: 'granted',
  readAt: 1_000,
  kinds: {
    b2xUserFlows: { state: 'read' },
    b2cUserFlows: { state: 'failed', problem: problemOf('busy') },
  },
  flows: [
    { flow: flow('read'), steps, problem: null, isReading: false },
    { flow: flow('reading'), steps, problem: null, isReading: true },
    { flow: flow('failed'), steps, problem: problemOf('busy'), isReading: false },
    { flow: flow('waiting'), steps: null, problem: null, isReading: true },
  ],
}

test('what was read is kept; what failed, or is read anew, is for the next page to read', () => {
  expect(keptOf(known)).toEqual({
    readAt: 1_000,
    kinds: { b2xUserFlows: 'read', b2cUserFlows: 'reading' },
    flows: [
      { ...flow('read'), steps },
      { ...flow('reading'), steps: null },
      { ...flow('failed'), steps: null },
      { ...flow('waiting'), steps: null },
    ],
  })
})

test('nothing is kept before the first reading', () => {
  expect(keptOf({ ...known, readAt: null })).toBeNull()
})

test('the next page begins with what was kept, and does not know yet who may see it', () => {
  const kept = keptOf(known)

  expect(kept && knownOf(kept)).toEqual({
    ...nothingKnown,
    readAt: 1_000,
    kinds: { b2xUserFlows: { state: 'read' }, b2cUserFlows: { state: 'reading' } },
    flows: [
      { flow: flow('read'), steps, problem: null, isReading: false },
      { flow: flow('reading'), steps: null, problem: null, isReading: true },
      { flow: flow('failed'), steps: null, problem: null, isReading: true },
      { flow: flow('waiting'), steps: null, problem: null, isReading: true },
    ],
  })
})
