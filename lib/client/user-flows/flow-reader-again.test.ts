import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { browserMemory } from './testing/browser-memory'
import {
  attached,
  granted,
  graphOf,
  ids,
  lists,
  noB2c,
  readerOf,
  refused,
} from './testing/flow-source'

const startMs = 1_800_000_000_000
const freshMs = 5 * 60_000

beforeEach(() => {
  vi.useFakeTimers({ now: startMs })
})

afterEach(() => {
  vi.useRealTimers()
})

const tenant = (count: number) =>
  graphOf(({ path }) => lists(path, ids(count)) ?? noB2c(path) ?? attached)

/** Lets what waits for its turn have it. */
const finished = async (work: Promise<void>) => {
  await vi.runAllTimersAsync()
  await work
}

const paths = (calls: readonly { path: string }[]) =>
  calls.map(({ path }) => path.replace(/\?.*/, '').replace(/^.*\/identity\//, ''))

describe('what was read', () => {
  test.each([
    [freshMs - 1, 0],
    [freshMs, 2],
  ])('is read again after %i ms in %i calls', async (ms, count) => {
    const { graph, calls } = tenant(1)
    const reader = readerOf(graph)
    await finished(reader.readIfStale('silent'))
    calls.length = 0

    vi.setSystemTime(startMs + ms)
    await finished(reader.readIfStale('silent'))

    // The kind of flows that the tenant does not have is not asked for again.
    expect(calls).toHaveLength(count)
  })

  test.each([
    [freshMs - 1, 'kept'],
    [freshMs, 'read anew'],
  ])('by an earlier page is, after %i ms, %s', async (ms, what) => {
    const browser = browserMemory()
    const { graph, calls } = tenant(2)
    await finished(readerOf(graph, granted, browser).readAll())
    calls.length = 0

    vi.setSystemTime(startMs + ms)
    const reader = readerOf(graph, granted, browser)
    expect(reader.known().flows).toHaveLength(what === 'kept' ? 2 : 0)
    await finished(reader.readIfStale('silent'))

    expect(calls).toHaveLength(what === 'kept' ? 0 : 3)
    expect(reader.known()).toMatchObject({ access: 'granted', flows: [{}, {}] })
  })
})

describe('what an earlier page has not come to', () => {
  test('is read, and nothing else, once', async () => {
    const browser = browserMemory()
    let failing = ['B2X_1_1/', 'b2cUserFlows']
    const { graph, calls } = graphOf(({ path }) =>
      failing.some((part) => path.includes(part))
        ? refused(500)
        : (lists(path, ids(2)) ?? noB2c(path) ?? attached),
    )
    await finished(readerOf(graph, granted, browser).readAll())
    failing = []
    calls.length = 0

    const reader = readerOf(graph, granted, browser)
    await finished(reader.readIfStale('silent'))
    await finished(reader.readIfStale('silent'))

    expect(paths(calls).toSorted()).toEqual([
      'b2cUserFlows',
      'b2xUserFlows/B2X_1_1/apiConnectorConfiguration',
    ])
    expect(reader.known().flows.every(({ steps, isReading }) => steps && !isReading)).toBe(true)
  })

  test('waits for the permission', async () => {
    const browser = browserMemory()
    const { graph, calls } = graphOf(({ path }) =>
      path.includes('B2X_1_0/') ? refused(500) : (lists(path, ids(1)) ?? noB2c(path) ?? attached),
    )
    await finished(readerOf(graph, granted, browser).readAll())
    calls.length = 0

    const reader = readerOf(graph, async () => Promise.resolve(false), browser)
    await finished(reader.readIfStale('cached'))

    expect(calls).toEqual([])
    expect(reader.known().access).toBe('missing')
  })
})

test('what could not be read is read again: flows, and a kind of flows that could not be listed', async () => {
  let isFailing = true
  const { graph, calls } = graphOf(({ path }) =>
    isFailing && (path.endsWith('b2cUserFlows') || path.includes('B2X_1_0/'))
      ? refused(500)
      : (lists(path, ids(2)) ?? noB2c(path) ?? attached),
  )
  const reader = readerOf(graph)
  await finished(reader.readAll())
  expect(reader.known().kinds.b2cUserFlows.state).toBe('failed')
  isFailing = false
  calls.length = 0

  await finished(reader.readFailed())

  expect(paths(calls).toSorted()).toEqual([
    'b2cUserFlows',
    'b2xUserFlows/B2X_1_0/apiConnectorConfiguration',
  ])
  expect(reader.known().kinds.b2cUserFlows.state).toBe('absent')
})

test('who has the permission is not asked about again', async () => {
  const { graph } = tenant(1)
  const isGranted = vi.fn(granted)
  const reader = readerOf(graph, isGranted)

  await finished(reader.readAll('cached'))
  await finished(reader.readAll())

  expect(isGranted.mock.calls).toEqual([['cached']])
})

test('a flow, and a kind of flows, say that they are being read', async () => {
  const { graph } = tenant(1)
  const reader = readerOf(graph)
  const seen: string[] = []
  reader.subscribe(() => {
    const { kinds, flows } = reader.known()
    seen.push(`${kinds.b2xUserFlows.state} ${flows.map(({ isReading }) => isReading).join()}`)
  })

  await finished(reader.readAll())

  expect(seen).toContain('reading ')
  expect(seen).toContain('read true')
  expect(seen.at(-1)).toBe('read false')
})

test('a change of a flow that nobody has listed is sent all the same', async () => {
  const { graph, calls } = tenant(1)
  const reader = readerOf(graph)
  const place = { kind: 'b2xUserFlows', flowId: 'other', step: 'postAttributeCollection' } as const

  const setting = reader.setStep(place, null)
  await vi.runAllTimersAsync()

  expect(await setting).toMatchObject({ ok: true })
  expect(calls.map(({ method }) => method)).toEqual(['PUT'])
})
