import { describe, expect, it } from 'vitest'
import type { Connector } from '@/lib/contract/connector'
import { cacheWith, graphAnswering, type GraphReply } from '../testing/graph'
import { lostWrites } from './lost-writes'

const list = '/v1.0/identity/apiConnectors'
const one = `${list}/c-1`

const thumbprint = 'AB'.repeat(20)
const certificates = (...thumbprints: readonly string[]) => ({
  '@odata.type': '#microsoft.graph.clientCertificateAuthentication',
  certificateList: thumbprints.map((of) => ({
    thumbprint: of,
    notBefore: 1,
    notAfter: 2,
    isActive: true,
  })),
})

const stored = (changes: Readonly<Record<string, unknown>> = {}) => ({
  id: 'c-1',
  displayName: 'Loyalty',
  targetUrl: 'https://api.example.com/',
  authenticationConfiguration: certificates(),
  ...changes,
})

const wanted = {
  displayName: 'Loyalty',
  targetUrl: 'https://api.example.com/',
  authenticationConfiguration: {
    '@odata.type': '#microsoft.graph.basicAuthentication',
    username: 'svc',
    password: 'secret',
  },
} as const

const before = stored() as unknown as Connector

function lookingAt(...replies: readonly GraphReply[]) {
  const { calls, signals, graph } = graphAnswering(...replies)
  const cache = cacheWith()
  return {
    calls,
    signals,
    cache,
    lost: lostWrites({ graph, version: 'v1.0', mutate: cache.mutate }),
  }
}

const listOf = (...connectors: readonly unknown[]) => ({ body: { value: connectors } })
const notRead = { problem: { status: 503, code: 'busy' } }
const gone = { problem: { status: 404, code: 'gone' } }

describe('the ids before a creation', () => {
  const { signal } = new AbortController()

  it('are those of the list, which is kept', async () => {
    const { calls, signals, cache, lost } = lookingAt(listOf(stored(), stored({ id: 'c-2' })))

    expect(await lost.idsNow(signal)).toEqual(new Set(['c-1', 'c-2']))
    expect(calls).toEqual([`GET ${list}`])
    expect(signals).toEqual([signal])
    expect(cache.kept[list]).toHaveLength(2)
    expect(cache.revalidated).toEqual([])
  })

  it('are not known where the list cannot be read', async () => {
    expect(await lookingAt(notRead).lost.idsNow(signal)).toBeNull()
  })
})

describe('a lost creation', () => {
  const find = (ids: ReadonlySet<string> | null, reply: GraphReply) =>
    lookingAt(reply).lost.findCreated(wanted, ids)

  it('has happened where there is one that is new and as it was wanted', async () => {
    expect(await find(new Set(['c-0']), listOf(stored({ id: 'c-0' }), stored()))).toMatchObject({
      kind: 'happened',
      connector: { id: 'c-1' },
    })
  })

  it.each([
    ['nothing is new', new Set(['c-1']), listOf(stored())],
    ['the new one has another name', new Set<string>(), listOf(stored({ displayName: 'Other' }))],
    [
      'the new one has another endpoint',
      new Set<string>(),
      listOf(stored({ targetUrl: 'https://other.example.com/' })),
    ],
  ])('is not seen where %s', async (_what, ids, reply) => {
    expect(await find(ids, reply)).toEqual({ kind: 'notSeen' })
  })

  it('may be one of several', async () => {
    const both = listOf(stored(), stored({ id: 'c-2' }))

    expect(await find(new Set(), both)).toEqual({ kind: 'several' })
  })

  it('may be an older one where the ids of before are not known', async () => {
    expect(await find(null, listOf(stored()))).toEqual({ kind: 'several' })
    expect(await find(null, listOf())).toEqual({ kind: 'notSeen' })
  })

  it('is not known where the list cannot be read', async () => {
    expect(await find(new Set(), notRead)).toEqual({ kind: 'notRead' })
  })
})

describe('a lost change', () => {
  const find = (changes: object, reply: GraphReply) => {
    const { cache, calls, lost } = lookingAt(reply)
    return { cache, calls, finding: lost.findChanged('c-1', changes) }
  }

  it('has happened where the connector is as it was wanted, which is kept', async () => {
    const { cache, calls, finding } = find({ displayName: 'Loyalty' }, { body: stored() })

    expect(await finding).toMatchObject({ kind: 'happened', connector: { id: 'c-1' } })
    expect(calls).toEqual([`GET ${one}`])
    expect(cache.kept[one]).toMatchObject({ received: stored() })
    expect(cache.revalidated).toEqual([])
  })

  it.each([
    ['notSeen', { displayName: 'New' }, { body: stored() }],
    [
      'hidden',
      { authenticationConfiguration: wanted.authenticationConfiguration },
      {
        body: stored({
          authenticationConfiguration: {
            '@odata.type': '#microsoft.graph.basicAuthentication',
            username: 'svc',
          },
        }),
      },
    ],
    ['gone', { displayName: 'New' }, gone],
    ['notRead', { displayName: 'New' }, notRead],
  ] as const)('is %s', async (kind, changes, reply) => {
    expect(await find(changes, reply).finding).toEqual({ kind })
  })
})

describe('a lost upload', () => {
  const find = (known: Connector, ...thumbprints: readonly string[]) =>
    lookingAt({
      body: stored({ authenticationConfiguration: certificates(...thumbprints) }),
    }).lost.findUploaded(known, thumbprint)

  it('has happened where its certificate is there that was not', async () => {
    expect(await find(before, 'CD'.repeat(20), thumbprint)).toMatchObject({ kind: 'happened' })
  })

  it('is not seen where its certificate is missing', async () => {
    expect(await find(before, 'CD'.repeat(20))).toEqual({ kind: 'notSeen' })
  })

  it('is hidden where the certificate was there before', async () => {
    const known = stored({ authenticationConfiguration: certificates(thumbprint) })

    expect(await find(known as unknown as Connector, thumbprint)).toEqual({ kind: 'hidden' })
  })
})

describe('a lost deletion', () => {
  it.each([
    ['gone', gone],
    ['notSeen', { body: stored() }],
    ['notRead', notRead],
  ] as const)('is %s', async (kind, reply) => {
    expect(await lookingAt(reply).lost.findDeleted('c-1')).toEqual({ kind })
  })
})
