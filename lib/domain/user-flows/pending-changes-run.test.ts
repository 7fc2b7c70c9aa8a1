import { describe, expect, test } from 'vitest'
import { failure, success } from '../problems/problem'
import { problemOf } from '../testing/problem'
import type { PendingChange } from './pending-changes'
import { afterRun, runChanges, undoOf, type ChangeResult } from './pending-changes-run'
import { placeKey, type StepContent } from './place'
import type { StepAccess } from './step-change'
import type { Place } from './user-flow'

const one = { id: 'one', displayName: 'One' }
const two = { id: 'two', displayName: 'Two' }

const place = (flowId: string): Place => ({
  kind: 'b2xUserFlows',
  flowId,
  step: 'postFederationSignup',
})
const attach = (flowId: string): PendingChange => ({
  place: place(flowId),
  before: null,
  after: one,
})
const three = ['a', 'b', 'c'].map(attach)

type Answer = 'done' | 'refused' | 'lostBefore' | 'lostAfter'

/** A tenant that answers as told, and what was sent to it. */
function tenant(
  answers: Partial<Record<string, Answer>>,
  present: Record<string, StepContent> = {},
) {
  const contents = new Map<string, StepContent>(
    three.map(({ place }) => [placeKey(place), present[place.flowId] ?? null]),
  )
  const shown = (place: Place) => contents.get(placeKey(place)) ?? null
  const sent: [string, string | null][] = []
  const access: StepAccess = {
    look: (place) => Promise.resolve(success(shown(place))),
    put: (place, id) => {
      const answer = answers[place.flowId] ?? 'done'
      sent.push([place.flowId, id])
      if (answer === 'done' || answer === 'lostAfter') {
        contents.set(placeKey(place), id === null ? null : { id, displayName: id })
      }
      return Promise.resolve({
        answer: answer === 'done' ? success(undefined) : failure(problemOf(answer)),
        shows: shown(place),
      })
    },
  }
  const change = (flowId: string, content: StepContent) =>
    contents.set(placeKey(place(flowId)), content)
  return { sent, access, change, shown: (flowId: string) => shown(place(flowId)) }
}

type Tenant = ReturnType<typeof tenant>

const run = (
  { access }: Tenant,
  wish: Partial<Parameters<typeof runChanges>[1]> = {},
  changes: readonly PendingChange[] = three,
) =>
  runChanges(changes, {
    access,
    isStoppedByFailure: true,
    onProgress: () => undefined,
    isLeft: () => false,
    ...wish,
  })

const kinds = (results: readonly ChangeResult[]) => results.map(({ outcome }) => outcome.kind)

describe('applying', () => {
  const stop = { isStoppedByFailure: true }
  const goOn = { isStoppedByFailure: false }
  type Row = [
    string,
    Partial<Record<string, Answer>>,
    { wish: typeof stop; kinds: string[]; left: string[] },
  ]

  test.each<Row>([
    ['all go well', {}, { wish: stop, kinds: ['done', 'done', 'done'], left: [] }],
    [
      'the first failure ends it',
      { b: 'refused' },
      { wish: stop, kinds: ['done', 'notDone', 'notTried'], left: ['b', 'c'] },
    ],
    [
      'a failure ends nothing if so wished',
      { b: 'refused' },
      { wish: goOn, kinds: ['done', 'notDone', 'done'], left: ['b'] },
    ],
    [
      'a lost answer is a failure',
      { b: 'lostBefore' },
      { wish: stop, kinds: ['done', 'notDone', 'notTried'], left: ['b', 'c'] },
    ],
    [
      'what has happened all the same is not left',
      { b: 'lostAfter' },
      { wish: stop, kinds: ['done', 'done', 'notTried'], left: ['c'] },
    ],
    [
      'a failure of the last one',
      { c: 'refused' },
      { wish: stop, kinds: ['done', 'done', 'notDone'], left: ['c'] },
    ],
  ])('%s', async (_what, answers, expected) => {
    const graph = tenant(answers)
    const results = await run(graph, expected.wish)
    expect(kinds(results)).toEqual(expected.kinds)
    expect(afterRun(three, results).map(({ place }) => place.flowId)).toEqual(expected.left)
    const tried = three.filter((_change, index) => expected.kinds[index] !== 'notTried')
    expect(graph.sent).toEqual(tried.map(({ place }) => [place.flowId, 'one']))
  })

  test('one after the other, each step of the way told', async () => {
    const told: string[][] = []
    await run(tenant({ b: 'refused' }), { onProgress: (results) => told.push(kinds(results)) })
    expect(told).toEqual([
      ['applying', 'waiting', 'waiting'],
      ['done', 'waiting', 'waiting'],
      ['done', 'applying', 'waiting'],
      ['done', 'notDone', 'waiting'],
      ['done', 'notDone', 'notTried'],
    ])
  })

  test('nothing more is sent once the page is left', async () => {
    const graph = tenant({})
    const results = await run(graph, { isLeft: () => graph.sent.length === 1 })
    expect(kinds(results)).toEqual(['done', 'notTried', 'notTried'])
  })

  test('an answer that was lost is told beside what the flow shows', async () => {
    const results = await run(tenant({ a: 'lostAfter' }))
    expect(results[0]?.outcome).toMatchObject({ kind: 'done', despite: { code: 'lostAfter' } })
  })

  test('what somebody else has put there meanwhile is left alone, and the change stays', async () => {
    const graph = tenant({}, { b: two })
    const results = await run(graph, goOn)
    expect(kinds(results)).toEqual(['done', 'overtaken', 'done'])
    expect(results[1]?.outcome).toEqual({ kind: 'overtaken', by: two })
    expect(graph.sent.map(([flowId]) => flowId)).toEqual(['a', 'c'])
    expect(afterRun(three, results).map(({ place }) => place.flowId)).toEqual(['b'])
  })

  test('a change that was picked before the run and is no part of it stays', async () => {
    const other = attach('elsewhere')
    const results = await run(tenant({}))
    expect(afterRun([other, ...three], results)).toEqual([other])
  })
})

describe('undoing', () => {
  test('puts back what was there right before, the last change first', async () => {
    const replacing = { ...attach('a'), before: two }
    const graph = tenant({}, { a: two })
    const undo = undoOf(await run(graph, {}, [replacing, attach('b'), attach('c')]))
    expect(undo.map(({ place, before, after }) => [place.flowId, before, after])).toEqual([
      ['c', one, null],
      ['b', one, null],
      ['a', one, two],
    ])
  })

  test('leaves alone what somebody else has put there since', async () => {
    const graph = tenant({})
    const undo = undoOf(await run(graph))
    graph.change('b', two)
    const results = await run(graph, { isStoppedByFailure: false }, undo)
    expect(kinds(results)).toEqual(['done', 'overtaken', 'done'])
    expect(['a', 'b', 'c'].map(graph.shown)).toEqual([null, two, null])
  })

  test.each<[string, Partial<Record<string, Answer>>, string[]]>([
    ['what failed needs none', { b: 'refused', c: 'lostBefore' }, ['a']],
    ['what has happened although the answer was lost does', { c: 'lostAfter' }, ['c', 'b', 'a']],
  ])('%s', async (_what, answers, undone) => {
    const results = await run(tenant(answers), { isStoppedByFailure: false })
    expect(undoOf(results).map(({ place }) => place.flowId)).toEqual(undone)
  })

  test('what was there already needs none', async () => {
    expect(undoOf(await run(tenant({}, { a: one }))).map(({ place }) => place.flowId)).toEqual([
      'c',
      'b',
    ])
  })
})
