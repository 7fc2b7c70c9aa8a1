import { shownAt, type StepContent } from './place'
import { describe, expect, test } from 'vitest'
import { problemOf } from '../testing/problem'
import { failure, success, type Result } from '../problems/problem'
import { changeStep, type StepAccess, type StepChange } from './step-change'
import type { FlowEntry, Place, UserFlows } from './user-flow'

const place = { kind: 'b2xUserFlows', flowId: 'a', step: 'postFederationSignup' } as const
const detach: StepChange = { place, from: 'own', to: null }
const attach: StepChange = { place, from: null, to: 'own' }
const replace: StepChange = { place, from: 'other', to: 'own' }
const own = { id: 'own', displayName: 'Own' }
const other = { id: 'other', displayName: 'Other' }

const unreadable = failure(problemOf('500'))

/** A step that shows this before the change and that after it; the write is answered as told. */
function step(
  before: Result<StepContent>,
  write?: { answer: Result<unknown>; shows?: StepContent },
) {
  const sent: (string | null)[] = []
  const access: StepAccess = {
    look: () => Promise.resolve(before),
    put: (_place, id) => {
      sent.push(id)
      return Promise.resolve({ answer: success(null), shows: undefined, ...write })
    },
  }
  return { sent, access }
}

for (const [name, change, shown, expected] of [
  ['a detach from a step that calls it', detach, own, 'sent'],
  ['a detach from a step that is empty already', detach, null, 'done'],
  ['a detach from a step that another one has taken', detach, other, 'overtaken'],
  ['an attach to a free step', attach, null, 'sent'],
  ['an attach that somebody else has made', attach, own, 'done'],
  ['an attach to a step that is no longer free', attach, other, 'overtaken'],
  ['a replacement of the one that was shown', replace, other, 'sent'],
  ['a replacement of one that has gone', replace, null, 'overtaken'],
  ['a change of a flow that cannot be read', attach, undefined, 'unsent'],
] as const) {
  test(`before ${name}`, async () => {
    const { sent, access } = step(shown === undefined ? unreadable : success(shown))
    const outcome = await changeStep(access, change)
    expect(sent).toEqual(expected === 'sent' ? [change.to] : [])
    if (expected === 'sent') {
      expect(outcome).toEqual({ kind: 'done', isOurs: true, despite: null })
    } else {
      expect(outcome).toMatchObject({
        kind: expected,
        ...(expected === 'done' && { isOurs: false }),
        ...(expected === 'overtaken' && { by: shown }),
      })
    }
  })
}

for (const [name, change, shows, expected] of [
  ['a detach that happened', detach, null, 'done'],
  ['a detach that did not happen', detach, own, 'notDone'],
  ['an attach that happened', attach, own, 'done'],
  ['an attach that did not happen', attach, null, 'notDone'],
  ['a change of a flow that cannot be read', attach, undefined, 'unclear'],
] as const) {
  test(`after a failure, ${name}`, async () => {
    const before = change.from === null ? null : own
    const { sent, access } = step(success(before), { answer: failure(problemOf('504')), shows })
    const outcome = await changeStep(access, change)
    expect(outcome).toMatchObject({
      kind: expected,
      ...(expected === 'done' ? { despite: { code: '504' } } : { problem: { code: '504' } }),
    })
    expect(sent).toHaveLength(1)
  })
}

describe('what a step shows', () => {
  const flow = { kind: 'b2xUserFlows', id: 'a', type: null } as const
  const steps = { postFederationSignup: own, postAttributeCollection: null, preTokenIssuance: null }
  const read: FlowEntry = { flow, steps, problem: null, isReading: false }
  const known = (entry: FlowEntry): UserFlows => ({
    access: 'granted',
    tenantKind: null,
    kinds: { b2xUserFlows: { state: 'read' }, b2cUserFlows: { state: 'absent' } },
    flows: [entry],
    readAt: 0,
  })

  const rows: [string, FlowEntry, Place, unknown][] = [
    ['its connector', read, place, own],
    ['that it is empty', read, { ...place, step: 'postAttributeCollection' }, null],
    ['nothing, of another flow', read, { ...place, flowId: 'b' }, undefined],
    ['nothing, of another kind', read, { ...place, kind: 'b2cUserFlows' }, undefined],
    ['nothing, before a reading succeeded', { ...read, steps: null }, place, undefined],
    [
      'nothing, when it was read too long ago',
      { ...read, problem: problemOf('500') },
      place,
      undefined,
    ],
  ]
  for (const [name, entry, wanted, expected] of rows) {
    test(name, () => {
      expect(shownAt(known(entry), wanted)).toEqual(expected)
    })
  }
})
