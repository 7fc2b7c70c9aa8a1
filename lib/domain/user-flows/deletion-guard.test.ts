import { expect, test } from 'vitest'
import { problemOf } from '../testing/problem'
import { deletionGuard, needsName, type DeletionGuard } from './deletion-guard'
import type { FlowEntry, UserFlows } from './user-flow'

const own = { id: 'own', displayName: 'Own' }
const none = { postFederationSignup: null, postAttributeCollection: null, preTokenIssuance: null }
const calling = { ...none, postFederationSignup: own }
const entry = (id: string, news: Partial<FlowEntry> = {}): FlowEntry => ({
  flow: { kind: 'b2xUserFlows', id, type: null },
  steps: none,
  problem: null,
  isReading: false,
  ...news,
})
const known = (...flows: FlowEntry[]): UserFlows => ({
  access: 'granted',
  tenantKind: null,
  kinds: { b2xUserFlows: { state: 'read' }, b2cUserFlows: { state: 'absent' } },
  flows,
  readAt: 0,
})
const unread = entry('b', { steps: null, problem: problemOf('500') })
const places = [{ kind: 'b2xUserFlows', flowId: 'a', step: 'postFederationSignup' }] as const
const reading = entry('b', { isReading: true })
const kindFailed = {
  ...known(entry('a', { steps: calling })),
  kinds: {
    b2xUserFlows: { state: 'read' },
    b2cUserFlows: { state: 'failed', problem: problemOf('500') },
  },
} as const

const rows: [string, UserFlows, boolean, DeletionGuard][] = [
  ['unused, when every flow says so', known(entry('a')), true, { kind: 'unused' }],
  [
    'used, when all is known',
    known(entry('a', { steps: calling })),
    true,
    { kind: 'used', places, isDoubtful: false },
  ],
  [
    'used with a doubt, beside a flow that could not be read',
    known(entry('a', { steps: calling }), unread),
    true,
    { kind: 'used', places, isDoubtful: true },
  ],
  [
    'used with a doubt, beside flows that could not be listed',
    kindFailed,
    true,
    { kind: 'used', places, isDoubtful: true },
  ],
  ['unknown, when a flow could not be read', known(unread), true, { kind: 'unknown' }],
  [
    'unknown, when a flow could not be read again',
    known(entry('a', { problem: problemOf('500') })),
    true,
    { kind: 'unknown' },
  ],
  ['unknown without the permission', { ...known(), access: 'missing' }, true, { kind: 'unknown' }],
  [
    'checked first, also what was read before',
    known(reading),
    true,
    { kind: 'checking', places: [] },
  ],
  [
    'checked first, and said to be used where it is known to be',
    known(entry('a', { steps: calling }), reading),
    true,
    { kind: 'checking', places },
  ],
  [
    'checked first, until the permission is known',
    { ...known(), access: 'unknown' },
    true,
    { kind: 'checking', places: [] },
  ],
  ['unknown, when nobody wants to wait', known(reading), false, { kind: 'unknown' }],
  [
    'used with a doubt, when nobody wants to wait',
    known(entry('a', { steps: calling }), reading),
    false,
    { kind: 'used', places, isDoubtful: true },
  ],
]
for (const [name, flows, mayWait, expected] of rows) {
  test(`a connector is ${name}`, () => {
    expect(deletionGuard(flows, 'own', mayWait)).toEqual(expected)
  })
}

test('the name is asked for where there is a doubt', () => {
  expect(needsName({ kind: 'unknown' })).toBe(true)
  expect(needsName({ kind: 'used', places, isDoubtful: true })).toBe(true)
  expect(needsName({ kind: 'used', places, isDoubtful: false })).toBe(false)
  expect(needsName({ kind: 'unused' })).toBe(false)
})
