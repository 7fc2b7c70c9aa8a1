import { expect, it } from 'vitest'
import type { Step, UserFlowKind } from '@/lib/contract/identifiers'
import { nothingKnown } from '../user-flows/known-flows'
import type { FlowEntry, UserFlows } from '../user-flows/user-flow'
import { defaultKind } from './default-kind'

const none = { postFederationSignup: null, postAttributeCollection: null, preTokenIssuance: null }

const flow = (kind: UserFlowKind, step?: Step): FlowEntry => ({
  flow: { kind, id: `${kind} ${step ?? ''}`, type: null },
  steps: step ? { ...none, [step]: { id: 'at-hand', displayName: '' } } : none,
  problem: null,
  isReading: false,
})

const known = (...flows: FlowEntry[]): UserFlows => ({
  ...nothingKnown,
  access: 'granted',
  flows,
})

it.each([
  ['nothing is known', nothingKnown, { tenantKind: 'b2x', step: 'postAttributeCollection' }],
  [
    'it is not used',
    known(flow('b2xUserFlows')),
    { tenantKind: 'b2x', step: 'postAttributeCollection' },
  ],
  [
    'all flows are of B2C',
    known(flow('b2cUserFlows')),
    { tenantKind: 'b2c', step: 'postAttributeCollection' },
  ],
  [
    'it is used',
    known(flow('b2xUserFlows'), flow('b2cUserFlows', 'preTokenIssuance')),
    { tenantKind: 'b2c', step: 'preTokenIssuance' },
  ],
] as const)('when %s', (_when, flows, expected) => {
  expect(defaultKind(flows, 'at-hand')).toEqual(expected)
})

it('a form that is not saved is used nowhere', () => {
  expect(defaultKind(known(flow('b2xUserFlows', 'postFederationSignup')), null).step).toBe(
    'postAttributeCollection',
  )
})
