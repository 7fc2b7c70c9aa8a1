import { describe, expect, test } from 'vitest'
import type { GraphCall } from '../calls/graph'
import { failure, success } from '@/lib/domain/problems/problem'
import { localProblem } from '../calls/problem'
import { browserMemory } from './testing/browser-memory'
import {
  attached,
  granted,
  graphOf,
  ids,
  listGone,
  lists,
  noB2c,
  readerOf,
  refused,
  type Answer,
} from './testing/flow-source'

describe('reading all flows', () => {
  test('takes two lists and a call for each flow, never more than four at once', async () => {
    const { graph, calls, most } = graphOf(
      ({ path }) => lists(path, ids(60)) ?? noB2c(path) ?? attached,
    )
    const reader = readerOf(graph)
    await reader.readIfStale('silent')
    expect(calls).toHaveLength(62)
    expect(most.atOnce).toBe(4)
    expect(reader.known().flows).toHaveLength(60)
    expect(reader.known().kinds.b2cUserFlows.state).toBe('absent')
  })

  test('a second visit while they are fresh, or being read, makes no call', async () => {
    const { graph, calls } = graphOf(({ path }) => lists(path, ids(3)) ?? noB2c(path) ?? attached)
    const reader = readerOf(graph)
    await Promise.all([reader.readIfStale('silent'), reader.readIfStale('cached')])
    await reader.readIfStale('silent')
    expect(calls).toHaveLength(5)
  })

  test('one flow that fails is alone, and can be read again alone', async () => {
    let failures = 1
    const { graph, calls } = graphOf(({ path }) => {
      if (path.includes('B2X_1_1/') && failures-- > 0) return refused(500)
      return lists(path, ids(3)) ?? noB2c(path) ?? attached
    })
    const reader = readerOf(graph)
    await reader.readIfStale('silent')
    expect(reader.known().flows.map(({ problem }) => problem?.status ?? null)).toEqual([
      null,
      500,
      null,
    ])
    await reader.readFailed()
    expect(reader.known().flows.every(({ problem, steps }) => !problem && steps)).toBe(true)
    expect(calls).toHaveLength(6)
  })

  test('without the permission nothing is called, until it is granted', async () => {
    const { graph, calls } = graphOf(({ path }) => lists(path, ids(1)) ?? noB2c(path) ?? attached)
    let isGranted = false
    const reader = readerOf(graph, async () => Promise.resolve(isGranted))
    await reader.readIfStale('cached')
    expect(reader.known().access).toBe('missing')
    isGranted = true
    await reader.readIfStale('cached')
    expect(calls).toEqual([])
    await reader.readIfStale('silent')
    expect(reader.known().access).toBe('granted')
    expect(calls).toHaveLength(3)
  })

  test('flows that are gone from the list are forgotten', async () => {
    let count = 2
    const { graph } = graphOf(({ path }) => lists(path, ids(count)) ?? noB2c(path) ?? attached)
    const reader = readerOf(graph)
    await reader.readAll()
    count = 1
    await reader.readAll()
    expect(reader.known().flows.map(({ flow }) => flow.id)).toEqual(['B2X_1_0'])
  })
})

test('a kind whose flows are shown is not absent when Graph does not find its list any more', async () => {
  let isFound = true
  const { graph } = graphOf(
    ({ path }) =>
      (isFound ? lists(path, ids(2)) : null) ?? noB2c(path) ?? listGone(path) ?? attached,
  )
  const reader = readerOf(graph)
  await reader.readAll()
  isFound = false
  await reader.readAll()
  expect(reader.known().kinds.b2xUserFlows).toMatchObject({
    state: 'failed',
    problem: { status: 404 },
  })
  expect(reader.known().flows).toHaveLength(2)
})

const place = {
  kind: 'b2xUserFlows',
  flowId: 'B2X_1_0',
  step: 'postAttributeCollection',
} as const

describe('one flow', () => {
  test('of two readings the later one counts, whichever answer comes first', async () => {
    const held: ((answer: Answer) => void)[] = []
    const { graph } = graphOf(({ path }) => {
      const atOnce = lists(path, ids(1)) ?? noB2c(path)
      return atOnce ?? new Promise<Answer>((resolve) => held.push(resolve))
    })
    const reader = readerOf(graph)
    const first = reader.readAll()
    await expect.poll(() => held.length).toBe(1)
    const flow = { kind: 'b2xUserFlows', id: 'B2X_1_0', type: null } as const
    const second = reader.readFlow(flow)
    await expect.poll(() => held.length).toBe(2)
    held[1]?.(success({ postAttributeCollection: { id: 'new' } }))
    held[0]?.(success({ postAttributeCollection: { id: 'old' } }))
    await Promise.all([first, second])
    expect(reader.known().flows[0]?.steps?.postAttributeCollection?.id).toBe('new')
  })

  test('a change is sent by reference, and only its flow is read again', async () => {
    const { graph, calls } = graphOf(({ path }) => lists(path, ids(3)) ?? noB2c(path) ?? attached)
    const reader = readerOf(graph)
    await reader.readAll()
    calls.length = 0
    const place = {
      kind: 'b2xUserFlows',
      flowId: 'B2X_1_1',
      step: 'postFederationSignup',
    } as const
    expect(await reader.setStep(place, 'c2')).toMatchObject({ ok: true })
    expect(await reader.setStep(place, null)).toMatchObject({ ok: true })
    const configuration = '/v1.0/identity/b2xUserFlows/B2X_1_1/apiConnectorConfiguration'
    const read = `${configuration}?$expand=postFederationSignup,postAttributeCollection`
    expect(calls.map(({ method, path, body }) => ({ method, path, body }))).toEqual([
      {
        method: 'PUT',
        path: `${configuration}/postFederationSignup/$ref`,
        body: { '@odata.id': 'https://graph.example/v1.0/identity/apiConnectors/c2' },
      },
      { method: 'GET', path: read, body: undefined },
      { method: 'PUT', path: `${configuration}/postFederationSignup/$ref`, body: {} },
      { method: 'GET', path: read, body: undefined },
    ])
  })

  test('a change goes before the flows that still wait to be read', async () => {
    let letGo = () => {}
    const held = new Promise<void>((resolve) => {
      letGo = resolve
    })
    const { graph, calls } = graphOf(async ({ method, path }) => {
      if (method === 'GET' && path.includes('$expand')) await held
      return lists(path, ids(20)) ?? noB2c(path) ?? attached
    })
    const reader = readerOf(graph)
    const reading = reader.readAll()
    await expect.poll(() => calls.length).toBe(6)
    const writing = reader.setStep(place, null)
    letGo()
    await Promise.all([reading, writing])
    expect(calls.map(({ method }) => method).indexOf('PUT')).toBe(6)
  })

  test('a change that failed is reported, and the flow is read all the same', async () => {
    const { graph } = graphOf(({ method, path }) =>
      method === 'PUT' ? refused(409) : (lists(path, ids(1)) ?? noB2c(path) ?? attached),
    )
    const reader = readerOf(graph)
    await reader.readAll()
    expect(await reader.setStep(place, null)).toMatchObject({ problem: { status: 409 } })
    expect(reader.known().flows[0]).toMatchObject({ isReading: false, problem: null })
  })
})

describe('the kind of the tenant', () => {
  const refusal = (message: string): Answer =>
    failure({ ...localProblem({ method: 'GET', path: '' }, 'AADB2C', message), status: 403 })
  const notB2c = refusal("'x' is not an Azure AD B2C directory.")
  const b2cLists = (calls: readonly GraphCall<unknown>[]) =>
    calls.filter(({ path }) => path === '/beta/identity/b2cUserFlows').length
  test('is learnt from what it refuses; the other kind is not asked for again, nor after a reload', async () => {
    const browser = browserMemory()
    const { graph, calls } = graphOf(
      ({ path }) => lists(path, ids(2)) ?? (path.includes('b2c') ? notB2c : attached),
    )
    const reader = readerOf(graph, granted, browser)
    await reader.readAll()
    await reader.readAll()
    expect(reader.known()).toMatchObject({
      tenantKind: 'workforce',
      kinds: { b2cUserFlows: { state: 'absent' } },
    })
    expect(browser.kept.kind).toBe('workforce')
    await readerOf(graph, granted, browser).readAll()
    expect(b2cLists(calls)).toBe(1)
  })

  test('is not learnt from a permission that is missing', async () => {
    const browser = browserMemory()
    const missing = refusal('The application does not have any of the required permissions.')
    const { graph } = graphOf(
      ({ path }) => lists(path, ids(1)) ?? (path.includes('b2c') ? missing : attached),
    )
    const reader = readerOf(graph, granted, browser)
    await reader.readAll()
    expect(reader.known().kinds.b2cUserFlows.state).toBe('failed')
    expect(browser.kept.kind).toBeNull()
  })

  test('external: a missing feature, of flows or of connectors, leaves nothing to ask for', async () => {
    const browser = browserMemory()
    const { graph, calls } = graphOf(() => refusal("Access to this Api requires feature: 'X'"))
    const reader = readerOf(graph, granted, browser)
    await reader.readAll()
    expect(reader.known().tenantKind).toBe('external')
    expect(browser.kept.kind).toBe('external')
    expect(calls).toHaveLength(2)
    const other = readerOf(graph)
    other.learnTenantKind('external')
    await other.readAll()
    expect(calls).toHaveLength(2)
  })
})
