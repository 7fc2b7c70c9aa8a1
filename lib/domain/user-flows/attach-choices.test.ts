import { expect, test } from 'vitest'
import type { FlowSteps } from '@/lib/contract/user-flow'
import { flowChoices } from './attach-choices'
import { placeKey } from './place'
import type { FlowEntry, UserFlow } from './user-flow'

const one = { id: 'one', displayName: 'One' }
const none = { postFederationSignup: null, postAttributeCollection: null, preTokenIssuance: null }
const full = { postFederationSignup: one, postAttributeCollection: one, preTokenIssuance: one }

const entry = (
  id: string,
  steps: FlowSteps | null,
  kind: UserFlow['kind'] = 'b2xUserFlows',
): FlowEntry => ({
  flow: { kind, id, type: null },
  steps,
  problem: null,
  isReading: steps === null,
})

test('flows with a free step come first, unread ones last, and otherwise the order stays', () => {
  const flows = [
    entry('unread', null),
    entry('full', full),
    entry('half', { ...none, postFederationSignup: one }),
    entry('free', none),
  ]
  expect(flowChoices(flows).map(({ flow }) => flow.id)).toEqual(['half', 'free', 'full', 'unread'])
})

test('a flow offers the steps of its kind, with what they call now', () => {
  const [b2x, b2c] = flowChoices([
    entry('x', { ...none, postAttributeCollection: one }),
    entry('c', none, 'b2cUserFlows'),
  ])
  expect(b2x?.choices).toEqual([
    { place: { kind: 'b2xUserFlows', flowId: 'x', step: 'postFederationSignup' }, present: null },
    { place: { kind: 'b2xUserFlows', flowId: 'x', step: 'postAttributeCollection' }, present: one },
  ])
  expect(b2c?.choices?.map(({ place }) => placeKey(place))).toEqual([
    'b2cUserFlows/c/postFederationSignup',
    'b2cUserFlows/c/postAttributeCollection',
    'b2cUserFlows/c/preTokenIssuance',
  ])
})

test('the free token step of a B2X flow, which it does not have, makes it no flow with a free step', () => {
  const flows = [entry('full', { ...full, preTokenIssuance: null }), entry('free', none)]
  expect(flowChoices(flows).map(({ flow }) => flow.id)).toEqual(['free', 'full'])
})
