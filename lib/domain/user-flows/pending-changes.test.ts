import { describe, expect, test } from 'vitest'
import { problemOf } from '../testing/problem'
import type { Step } from '@/lib/contract/identifiers'
import type { FlowSteps } from '@/lib/contract/user-flow'
import {
  changeAt,
  doubtAbout,
  openChanges,
  withoutChange,
  withPick,
  type PendingChange,
} from './pending-changes'
import type { StepContent } from './place'
import type { FlowEntry, Place, UserFlows } from './user-flow'

const one = { id: 'one', displayName: 'One' }
const two = { id: 'two', displayName: 'Two' }

const at = (flowId: string, step: Step = 'postAttributeCollection'): Place => ({
  kind: 'b2xUserFlows',
  flowId,
  step,
})

const change = (place: Place | string, before: StepContent, after: StepContent): PendingChange => ({
  place: typeof place === 'string' ? at(place) : place,
  before,
  after,
})

const flows = (
  contents: Record<string, StepContent>,
  news: Partial<FlowEntry> = {},
): UserFlows => ({
  access: 'granted',
  tenantKind: null,
  kinds: { b2xUserFlows: { state: 'read' }, b2cUserFlows: { state: 'absent' } },
  flows: Object.entries(contents).map(([id, postAttributeCollection]) => {
    const steps: FlowSteps = {
      postFederationSignup: null,
      postAttributeCollection,
      preTokenIssuance: null,
    }
    const flow = { kind: 'b2xUserFlows', id, type: null } as const
    return { flow, steps, problem: null, isReading: false, ...news }
  }),
  readAt: 0,
})

describe('picking', () => {
  const first = change('a', one, two)
  const second = change('b', null, one)
  const picked = [first, second]
  const otherStep = change(at('a', 'postFederationSignup'), null, one)

  test.each<[string, PendingChange, PendingChange[]]>([
    ['another step is added', change('c', null, two), [...picked, change('c', null, two)]],
    ['another step of the same flow is added', otherStep, [...picked, otherStep]],
    ['the same step again replaces', change('a', one, null), [change('a', one, null), second]],
    ['what is there already takes the change back', change('a', one, one), [second]],
    ['none where there is none takes it back, too', change('b', null, null), [first]],
    [
      'the same connector by another name is no change',
      change('c', one, { ...one, displayName: 'Uno' }),
      picked,
    ],
  ])('%s', (_what, pick, expected) => {
    expect(withPick(picked, pick)).toEqual(expected)
  })

  test('a step of a flow of another kind is another step', () => {
    const b2c = { ...change('a', one, null), place: { ...at('a'), kind: 'b2cUserFlows' as const } }
    expect(withPick(picked, b2c)).toHaveLength(3)
    expect(changeAt(picked, b2c.place)).toBeUndefined()
  })

  test('one is taken back alone', () => {
    expect(withoutChange(picked, at('a'))).toEqual([second])
    expect(changeAt(picked, at('b'))).toEqual(second)
  })
})

describe('what is still to be done', () => {
  const wanted = change('a', one, two)

  test.each<[string, UserFlows, number]>([
    ['the flow shows the former connector', flows({ a: one }), 1],
    ['the flow shows something else by now', flows({ a: null }), 1],
    ['the flow shows what is wanted', flows({ a: two }), 0],
    ['the flow could not be read again', flows({ a: two }, { problem: problemOf('500') }), 1],
    ['the flow is being read', flows({ a: two }, { isReading: true }), 1],
    ['the flow has never been read', flows({ a: null }, { steps: null }), 1],
    ['the flow is gone', flows({}), 1],
  ])('%s', (_what, known, count) => {
    expect(openChanges([wanted], known)).toHaveLength(count)
  })

  test('clearing is done when the step is empty', () => {
    expect(openChanges([change('a', one, null)], flows({ a: null }))).toEqual([])
  })
})

describe('what the person should know before a change is sent', () => {
  test.each<[string, UserFlows, ReturnType<typeof doubtAbout>]>([
    ['nothing, when the flow is as it was', flows({ a: one }), null],
    ['another connector is there', flows({ a: two }), { kind: 'changed', now: two }],
    ['the step is empty by now', flows({ a: null }), { kind: 'changed', now: null }],
    ['the flow is listed no more', flows({ b: one }), { kind: 'gone' }],
    ['the flow is being read', flows({ a: one }, { isReading: true }), { kind: 'reading' }],
    [
      'the flow could not be read',
      flows({ a: one }, { problem: problemOf('500') }),
      { kind: 'unread' },
    ],
  ])('%s', (_what, known, doubt) => {
    expect(doubtAbout(change('a', one, null), known)).toEqual(doubt)
  })
})
