import { expect, test } from 'vitest'
import {
  planDetachment,
  toAttachAgain,
  toDetach,
  withPlaces,
  withState,
  type DetachmentState,
} from './detachment'
import type { Place } from './user-flow'

const place = (flowId: string, kind: Place['kind'] = 'b2xUserFlows'): Place => ({
  kind,
  flowId,
  step: 'postAttributeCollection',
})
const [a, b, c] = [place('a'), place('b'), place('c')]
const states = (run: readonly { readonly state: DetachmentState }[]) =>
  run.map(({ state }) => state)

test('all places wait at first, in their order', () => {
  const run = planDetachment([], [a, b, c])
  expect(states(run)).toEqual(['waiting', 'waiting', 'waiting'])
  expect(toDetach(run)).toEqual([a, b, c])
  expect(toAttachAgain(run)).toEqual([])
})

test('what was detached before a failure can come back, the rest cannot', () => {
  const run = withState(withState(planDetachment([], [a, b, c]), a, 'detached'), b, 'failed')
  expect(toAttachAgain(run)).toEqual([a])
})

test('the next try goes on where the connector still is', () => {
  const stopped = withState(withState(planDetachment([], [a, b, c]), a, 'detached'), b, 'failed')
  const run = planDetachment(stopped, [b, c])
  expect(states(run)).toEqual(['detached', 'waiting', 'waiting'])
  expect(toDetach(run)).toEqual([b, c])
  expect(toAttachAgain(run)).toEqual([a])
})

test('a place that came back meanwhile is detached again', () => {
  const run = planDetachment(withState(planDetachment([], [a]), a, 'detached'), [a, b])
  expect(toDetach(run)).toEqual([a, b])
})

test('a place of which nobody knows is looked at in both directions', () => {
  const run = planDetachment(withState(planDetachment([], [a, b]), a, 'unclear'), [b])
  expect(toDetach(run)).toEqual([a, b])
  expect(toAttachAgain(run)).toEqual([a])
})

test.each(['failed', 'attachedAgain', 'taken'] as const)(
  'a place that is %s and no longer used is forgotten',
  (state) => {
    expect(planDetachment(withState(planDetachment([], [a]), a, state), [])).toEqual([])
  },
)

test('a place that was found since is shown after the run', () => {
  const run = withState(planDetachment([], [a]), a, 'detached')
  expect(withPlaces(run, [a, b])).toEqual([
    { place: a, state: 'detached' },
    { place: b, state: 'waiting' },
  ])
})

test('flows of two kinds may share an id', () => {
  const [b2x, b2c] = [place('same'), place('same', 'b2cUserFlows')]
  expect(states(withState(planDetachment([], [b2x, b2c]), b2c, 'detached'))).toEqual([
    'waiting',
    'detached',
  ])
})
