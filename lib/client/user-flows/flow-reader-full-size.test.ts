/** A tenant as large as Azure AD B2C allows: 200 user flows, which are more calls than a minute has. */
import * as z from '@/lib/contract/z'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { success, type Result } from '@/lib/domain/problems/problem'
import type { GraphCall, GraphClient } from '../calls/graph'
import { FlowReader } from './flow-reader'
import { browserMemory } from './testing/browser-memory'

const latencyMs = 100
const flowIds = Array.from({ length: 200 }, (_none, index) => `B2X_1_${index}`)

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A tenant whose kind is known, as one tab of a browser sees it. */
function tab() {
  const calls: { at: number; method: string; path: string }[] = []
  let pages = 0
  const answer = async <Value>(call: GraphCall<Value>, ofPage: number): Promise<Result<Value>> => {
    calls.push({ at: Date.now(), method: call.method, path: call.path })
    await new Promise((resolve) => setTimeout(resolve, latencyMs))
    if (ofPage !== pages) return new Promise(() => undefined) // nobody is there to hear it
    const body = call.path.endsWith('b2xUserFlows')
      ? { value: flowIds.map((id) => ({ id })) }
      : { postAttributeCollection: { id: 'c1', displayName: 'One' } }
    return success(call.reads ? z.parse(call.reads, body) : (undefined as Value))
  }
  const { kept, memory } = browserMemory()
  kept.kind = 'workforce'
  /** The next page of the tab: what the one before knew is gone, what the browser keeps is not. */
  const page = () => {
    pages += 1
    const ofPage = pages
    const graph: GraphClient = (call) => answer(call, ofPage)
    return new FlowReader({
      graph,
      graphRoot: 'https://graph.example',
      version: 'v1.0',
      isGranted: async () => Promise.resolve(true),
      memory,
    })
  }
  return { calls, page }
}

const keysOf = (...ids: readonly string[]) => new Set(ids.map((id) => `b2xUserFlows/${id}`))
const readCount = (reader: FlowReader) =>
  reader.known().flows.filter(({ steps }) => steps !== null).length
const isRead = (reader: FlowReader, id: string) =>
  reader.known().flows.some(({ flow, steps }) => flow.id === id && steps !== null)

test('all are read within the allowance of every minute, soon after the first minute', async () => {
  const { calls, page } = tab()
  const reader = page()
  void reader.readIfStale('silent')
  await vi.advanceTimersByTimeAsync(5_500)
  expect(readCount(reader)).toBe(179)
  expect(reader.timeLeftMs(Date.now())).toBeGreaterThan(54_000)

  await vi.advanceTimersByTimeAsync(60_000)
  expect(readCount(reader)).toBe(200)
  expect(calls).toHaveLength(201)
  const within = (from: number) => calls.filter(({ at }) => at >= from && at < from + 60_000).length
  expect(Math.max(...calls.map(({ at }) => within(at)))).toBeLessThanOrEqual(180)
})

test('flows in sight come first, and have a part of the allowance for themselves', async () => {
  const { calls, page } = tab()
  const reader = page()
  reader.readFirst(keysOf('B2X_1_150', 'B2X_1_151'))
  void reader.readIfStale('silent')
  await vi.advanceTimersByTimeAsync(250)
  expect(isRead(reader, 'B2X_1_150')).toBe(true)

  await vi.advanceTimersByTimeAsync(5_500)
  expect(readCount(reader)).toBe(179)
  reader.readFirst(keysOf('B2X_1_198', 'B2X_1_199'))
  await vi.advanceTimersByTimeAsync(150)
  expect([isRead(reader, 'B2X_1_198'), isRead(reader, 'B2X_1_199')]).toEqual([true, true])

  reader.readFirst(keysOf(...flowIds))
  await vi.advanceTimersByTimeAsync(5_000)
  expect(calls).toHaveLength(190)
})

test('a change and its proof wait for nobody', async () => {
  const { calls, page } = tab()
  const reader = page()
  void reader.readIfStale('silent')
  await vi.advanceTimersByTimeAsync(5_500)
  const before = calls.length
  const place = {
    kind: 'b2xUserFlows',
    flowId: 'B2X_1_0',
    step: 'postAttributeCollection',
  } as const
  const change = reader.setStep(place, null)
  await vi.advanceTimersByTimeAsync(250)

  expect((await change).ok).toBe(true)
  expect(calls.slice(before).map(({ method }) => method)).toEqual(['PUT', 'GET'])
})

test('the next page goes on where the one before has stopped, and shares its allowance', async () => {
  const { calls, page } = tab()
  void page().readIfStale('silent')
  await vi.advanceTimersByTimeAsync(1_000)
  const before = calls.length

  const reader = page()
  expect(readCount(reader)).toBeGreaterThan(30)
  void reader.readIfStale('cached')
  await vi.advanceTimersByTimeAsync(70_000)
  expect(readCount(reader)).toBe(200)
  const others = calls.slice(before).map(({ path }) => path)
  expect(others.filter((path) => path.endsWith('b2xUserFlows'))).toEqual([])
})

test('a page within five minutes calls nothing, one after them begins again', async () => {
  const { calls, page } = tab()
  void page().readIfStale('silent')
  await vi.advanceTimersByTimeAsync(70_000)
  expect(calls).toHaveLength(201)

  const reader = page()
  await reader.readIfStale('silent')
  expect(reader.known()).toMatchObject({ access: 'granted', tenantKind: 'workforce' })
  expect(readCount(reader)).toBe(200)
  expect(calls).toHaveLength(201)

  await vi.advanceTimersByTimeAsync(5 * 60_000)
  const late = page()
  expect(late.known().flows).toEqual([])
  void late.readIfStale('silent')
  await vi.advanceTimersByTimeAsync(200)
  expect(calls.length).toBeGreaterThan(201)
})
