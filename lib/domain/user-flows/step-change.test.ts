import { shownAt } from './place'
import { describe, expect, test } from 'vitest'
import { afterFailure, beforeChange, type StepChange } from './step-change'
import type { FlowEntry, Place, UserFlows } from './user-flow'

const place = { kind: 'b2xUserFlows', flowId: 'a', step: 'postFederationSignup' } as const
const detach: StepChange = { place, from: 'own', to: null }
const attach: StepChange = { place, from: null, to: 'own' }
const replace: StepChange = { place, from: 'other', to: 'own' }
const own = { id: 'own', displayName: 'Own' }
const other = { id: 'other', displayName: 'Other' }

for (const [name, change, shown, expected] of [
  ['a detach from a step that calls it', detach, own, 'send'],
  ['a detach from a step that is empty already', detach, null, 'done'],
  ['a detach from a step that another one has taken', detach, other, 'overtaken'],
  ['an attach to a free step', attach, null, 'send'],
  ['an attach that somebody else has made', attach, own, 'done'],
  ['an attach to a step that is no longer free', attach, other, 'overtaken'],
  ['a replacement of the one that was shown', replace, other, 'send'],
  ['a replacement of one that has gone', replace, null, 'overtaken'],
  ['a change of a flow that cannot be read', attach, undefined, 'unread'],
] as const) {
  test(`before ${name}`, () => {
    expect(beforeChange(change, shown)).toBe(expected)
  })
}

for (const [name, change, shown, expected] of [
  ['a detach that happened', detach, null, 'done'],
  ['a detach that did not happen', detach, own, 'notDone'],
  ['an attach that happened', attach, own, 'done'],
  ['an attach that did not happen', attach, null, 'notDone'],
  ['a change of a flow that cannot be read', attach, undefined, 'unclear'],
] as const) {
  test(`after a failure, ${name}`, () => {
    expect(afterFailure(change, shown)).toBe(expected)
  })
}

describe('what a step shows', () => {
  const flow = { kind: 'b2xUserFlows', id: 'a', type: null } as const
  const steps = { postFederationSignup: own, postAttributeCollection: null, preTokenIssuance: null }
  const read: FlowEntry<string> = { flow, steps, problem: null, isReading: false }
  const known = (entry: FlowEntry<string>): UserFlows<string> => ({
    access: 'granted',
    tenantKind: null,
    kinds: { b2xUserFlows: { state: 'read' }, b2cUserFlows: { state: 'absent' } },
    flows: [entry],
    readAt: 0,
  })

  const rows: [string, FlowEntry<string>, Place, unknown][] = [
    ['its connector', read, place, own],
    ['that it is empty', read, { ...place, step: 'postAttributeCollection' }, null],
    ['nothing, of another flow', read, { ...place, flowId: 'b' }, undefined],
    ['nothing, of another kind', read, { ...place, kind: 'b2cUserFlows' }, undefined],
    ['nothing, before a reading succeeded', { ...read, steps: null }, place, undefined],
    ['nothing, when it was read too long ago', { ...read, problem: '500' }, place, undefined],
  ]
  for (const [name, entry, wanted, expected] of rows) {
    test(name, () => {
      expect(shownAt(known(entry), wanted)).toEqual(expected)
    })
  }
})
