import { describe, expect, test } from 'vitest'
import { type PendingChange } from './pending-changes'
import { afterRun, runChanges, undoOf, type ChangeResult } from './pending-changes-run'
import { placeKey, type StepContent } from './place'
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
  const sent: [string, string | null][] = []
  const setStep = async (place: Place, id: string | null) => {
    const answer = answers[place.flowId] ?? 'done'
    sent.push([place.flowId, id])
    if (answer === 'done' || answer === 'lostAfter') {
      contents.set(placeKey(place), id === null ? null : { id, displayName: id })
    }
    return Promise.resolve(
      answer === 'done' ? ({ ok: true } as const) : ({ ok: false, problem: answer } as const),
    )
  }
  return { sent, setStep, shown: (place: Place) => contents.get(placeKey(place)) }
}

type Tenant = ReturnType<typeof tenant>

const run = (
  { setStep, shown }: Tenant,
  wish: Partial<Parameters<typeof runChanges<Answer>>[1]> = {},
) =>
  runChanges<Answer>(three, {
    setStep,
    shown,
    isStoppedByFailure: true,
    isUnknown: (problem) => problem.startsWith('lost'),
    onProgress: () => undefined,
    isLeft: () => false,
    ...wish,
  })

const kinds = (results: readonly ChangeResult<unknown>[]) =>
  results.map(({ outcome }) => outcome.kind)

describe('applying', () => {
  const stop = { isStoppedByFailure: true }
  const goOn = { isStoppedByFailure: false }
  type Row = [
    string,
    Partial<Record<string, Answer>>,
    { wish: typeof stop; kinds: string[]; left: string[] },
  ]

  test.each<Row>([
    ['all go well', {}, { wish: stop, kinds: ['applied', 'applied', 'applied'], left: [] }],
    [
      'the first failure ends it',
      { b: 'refused' },
      { wish: stop, kinds: ['applied', 'failed', 'notTried'], left: ['b', 'c'] },
    ],
    [
      'a failure ends nothing if so wished',
      { b: 'refused' },
      { wish: goOn, kinds: ['applied', 'failed', 'applied'], left: ['b'] },
    ],
    [
      'a lost answer is a failure',
      { b: 'lostBefore' },
      { wish: stop, kinds: ['applied', 'unknown', 'notTried'], left: ['b', 'c'] },
    ],
    [
      'what has happened all the same is not left',
      { b: 'lostAfter' },
      { wish: stop, kinds: ['applied', 'unknown', 'notTried'], left: ['c'] },
    ],
    [
      'a failure of the last one',
      { c: 'refused' },
      { wish: stop, kinds: ['applied', 'applied', 'failed'], left: ['c'] },
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
      ['applied', 'waiting', 'waiting'],
      ['applied', 'applying', 'waiting'],
      ['applied', 'failed', 'waiting'],
      ['applied', 'failed', 'notTried'],
    ])
  })

  test('nothing more is sent once the page is left', async () => {
    const graph = tenant({})
    const results = await run(graph, { isLeft: () => graph.sent.length === 1 })
    expect(kinds(results)).toEqual(['applied', 'notTried', 'notTried'])
  })

  test('a failure tells what the flow shows then', async () => {
    const results = await run(tenant({ a: 'lostAfter' }))
    expect(results[0]?.outcome).toMatchObject({ shows: { id: 'one' }, problem: 'lostAfter' })
  })

  test('a change that was picked before the run and is no part of it stays', async () => {
    const other = attach('elsewhere')
    const results = await run(tenant({}))
    expect(afterRun([other, ...three], results)).toEqual([other])
  })
})

describe('undoing', () => {
  test('puts back what was there right before, the last change first', async () => {
    const graph = tenant({}, { a: two })
    const undo = undoOf(await run(graph))
    expect(undo.map(({ place, before, after }) => [place.flowId, before, after])).toEqual([
      ['c', one, null],
      ['b', one, null],
      ['a', one, two], // not null, which it was when the change was picked
    ])
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

  test('without knowing what was there, it is what the person saw when picking', async () => {
    const results = await run(tenant({}), { shown: () => undefined })
    expect(undoOf(results)[0]).toEqual({ place: place('c'), before: one, after: null })
  })
})
