import { describe, expect, it, vi } from 'vitest'
import type { Connector, ConnectorChanges } from '@/lib/contract/connector'
import { cacheWith, graphAnswering, type GraphReply } from '../testing/graph'
import { connectorWrites } from './connector-writes'

const list = '/v1.0/identity/apiConnectors'
const one = `${list}/c-1`

const authentication = {
  '@odata.type': '#microsoft.graph.basicAuthentication',
  username: 'svc',
} as const

const stored = (changes: Partial<Connector> = {}) => ({
  id: 'c-1',
  displayName: 'Loyalty',
  targetUrl: 'https://api.example.com/',
  authenticationConfiguration: { ...authentication, password: '******' },
  ...changes,
})

const opened: Connector = {
  ...stored(),
  authenticationConfiguration: authentication,
}

const wanted = {
  displayName: 'Loyalty',
  targetUrl: 'https://api.example.com/',
  authenticationConfiguration: { ...authentication, password: 'secret' },
}

const upload = { pkcs12Value: 'MIIB', password: 'p' }

function writesOn(...replies: readonly GraphReply[]) {
  const { calls, signals, graph } = graphAnswering(...replies)
  const cache = cacheWith({ [list]: [opened, { ...opened, id: 'c-2' }] })
  const writes = connectorWrites({ graph, version: 'v1.0', mutate: cache.mutate })
  return { calls, signals, cache, writes }
}

function editOf(changes: ConnectorChanges) {
  const controller = new AbortController()
  const onSending = vi.fn()
  const steps = { signal: controller.signal, onSending }
  return { controller, onSending, wish: { id: 'c-1', opened, changes, steps } }
}

const renamed = { displayName: 'New name' }

describe('a creation', () => {
  it('gives what Graph made of it, and keeps it in the cache', async () => {
    const { calls, cache, writes } = writesOn({ body: stored() })

    const created = await writes.create(wanted)

    expect(created).toMatchObject({ ok: true, value: { id: 'c-1', displayName: 'Loyalty' } })
    expect(calls).toEqual([`POST ${list} ${JSON.stringify(wanted)}`])
    expect(cache.kept[one]).toMatchObject({ connector: { id: 'c-1' }, received: stored() })
    expect(cache.revalidated).toEqual([list])
  })

  it('that fails leaves the cache as it was', async () => {
    const { cache, writes } = writesOn({ problem: { status: 400, code: 'invalid' } })
    const before = { ...cache.kept }

    expect(await writes.create(wanted)).toMatchObject({ ok: false, problem: { code: 'invalid' } })
    expect(cache.kept).toEqual(before)
    expect(cache.revalidated).toEqual([])
  })
})

describe('an edit', () => {
  it('looks, sends what has changed and reads what Graph has made of it', async () => {
    const { calls, cache, writes } = writesOn(
      { body: stored() },
      {},
      { body: stored({ displayName: 'New name' }) },
    )
    const { onSending, wish } = editOf(renamed)

    expect(await writes.edit(wish)).toMatchObject({
      kind: 'saved',
      connector: { displayName: 'New name' },
    })
    expect(calls).toEqual([`GET ${one}`, `PATCH ${one} ${JSON.stringify(renamed)}`, `GET ${one}`])
    expect(onSending).toHaveBeenCalledTimes(1)
    expect(cache.kept[list]).toMatchObject([{ displayName: 'New name' }, { id: 'c-2' }])
  })

  it('can be given up while it looks, and not once it is sent', async () => {
    const { signals, writes } = writesOn({ body: stored() }, {}, { body: stored() })
    const { controller, wish } = editOf(renamed)

    await writes.edit(wish)

    expect(signals).toEqual([controller.signal, undefined, undefined])
  })

  it('of what somebody else has changed meanwhile sends nothing', async () => {
    const { calls, writes } = writesOn({ body: stored({ displayName: 'Theirs' }) })
    const { onSending, wish } = editOf(renamed)

    expect(await writes.edit(wish)).toMatchObject({
      kind: 'overtaken',
      now: { displayName: 'Theirs' },
    })
    expect(calls).toEqual([`GET ${one}`])
    expect(onSending).not.toHaveBeenCalled()
  })

  it('that is given up while it looks sends nothing', async () => {
    const { calls, writes } = writesOn({ body: stored() })
    const { controller, onSending, wish } = editOf(renamed)

    const editing = writes.edit(wish)
    controller.abort()

    expect(await editing).toEqual({ kind: 'cancelled' })
    expect(calls).toEqual([`GET ${one}`])
    expect(onSending).not.toHaveBeenCalled()
  })

  it.each([
    ['looking', [{ problem: { status: 404, code: 'gone' } }]],
    ['writing', [{ body: stored() }, { problem: { status: 404, code: 'gone' } }]],
  ])('of what does not exist any more says so, found while %s', async (_when, replies) => {
    const { writes } = writesOn(...replies)

    expect(await writes.edit(editOf(renamed).wish)).toMatchObject({
      kind: 'deleted',
      problem: { code: 'gone' },
    })
  })

  it.each([
    ['looking', [{ problem: { status: 503, code: 'busy' } }]],
    ['writing', [{ body: stored() }, { problem: { status: 503, code: 'busy' } }]],
  ])('that fails while %s says why', async (_when, replies) => {
    const { writes } = writesOn(...replies)

    expect(await writes.edit(editOf(renamed).wish)).toMatchObject({
      kind: 'failed',
      problem: { code: 'busy' },
    })
  })

  it('that was saved and could not be read again is no failure to save, nor a deletion', async () => {
    const { writes } = writesOn({ body: stored() }, {}, { problem: { status: 404, code: 'gone' } })

    expect(await writes.edit(editOf(renamed).wish)).toMatchObject({
      kind: 'failed',
      problem: { status: 404, code: 'savedNotRead' },
    })
  })
})

describe('an upload', () => {
  it('is read again, whatever Graph has answered', async () => {
    const { calls, writes } = writesOn({ body: stored() }, { body: stored({ displayName: 'Now' }) })

    expect(await writes.uploadCertificate('c-1', upload)).toMatchObject({
      ok: true,
      value: { displayName: 'Now' },
    })
    expect(calls).toEqual([
      `POST ${one}/uploadClientCertificate ${JSON.stringify(upload)}`,
      `GET ${one}`,
    ])
  })

  it('that fails is not read', async () => {
    const { calls, writes } = writesOn({ problem: { status: 400, code: 'refused' } })

    expect(await writes.uploadCertificate('c-1', upload)).toMatchObject({
      problem: { code: 'refused' },
    })
    expect(calls).toHaveLength(1)
  })

  it('that could not be read again says that it was saved', async () => {
    const { writes } = writesOn({ body: stored() }, { problem: { status: 503, code: 'busy' } })

    expect(await writes.uploadCertificate('c-1', upload)).toMatchObject({
      problem: { status: 503, code: 'savedNotRead' },
    })
  })
})

describe('a deletion', () => {
  it('takes the connector out of the list', async () => {
    const { calls, cache, writes } = writesOn({})

    expect((await writes.remove('c-1')).ok).toBe(true)
    expect(calls).toEqual([`DELETE ${one}`])
    expect(cache.kept[list]).toMatchObject([{ id: 'c-2' }])
    expect(cache.revalidated).toEqual([])
  })

  it('is no matter of a list that nobody has read', async () => {
    const { cache, writes } = writesOn({}, { body: stored() })
    cache.kept[list] = undefined

    await writes.remove('c-1')
    await writes.create(wanted)

    expect(cache.kept[list]).toBeUndefined()
  })

  it('that fails leaves it there', async () => {
    const { cache, writes } = writesOn({ problem: { status: 409, code: 'inUse' } })

    expect(await writes.remove('c-1')).toMatchObject({ problem: { code: 'inUse' } })
    expect(cache.kept[list]).toHaveLength(2)
  })
})
