import { describe, expect, it } from 'vitest'
import { answerJson } from '@/lib/graph/testing/upstream'
import { portalOnUpstream } from '../support/portal-on-upstream'

const portal = portalOnUpstream()

const connectors = '/api/graph/v1.0/identity/apiConnectors'

const codeOf = async (response: Response) => {
  const body = (await response.json()) as { error: { code: string } }
  return body.error.code
}

describe('a list in pages', () => {
  const page = (index: number, next?: string) => ({
    '@odata.context': 'context',
    value: [{ id: `${index}` }],
    ...(next === undefined ? {} : { '@odata.nextLink': next }),
  })
  const pages = (count: number, link = (index: number) => pageLink(index)) => {
    portal.upstream.respond = ({ path }, response) => {
      const index = Number(new URL(path, portal.upstream.url).searchParams.get('$skiptoken') ?? 1)
      answerJson(response, page(index, index < count ? link(index + 1) : undefined))
    }
  }
  const pageLink = (index: number) =>
    `${portal.upstream.url}/v1.0/identity/apiConnectors?$skiptoken=${index}`

  it('arrives whole, without a link', async () => {
    pages(3)

    const list: unknown = await (await portal.ask(connectors)).json()

    expect(list).toEqual({
      '@odata.context': 'context',
      value: [{ id: '1' }, { id: '2' }, { id: '3' }],
    })
  })

  it.each([
    ['other case', '/V1.0/Identity/ApiConnectors?$skiptoken='],
    ['a slash at the end', '/v1.0/identity/apiConnectors/?$skiptoken='],
  ])('arrives whole when a link has %s', async (_, path) => {
    pages(2, (index) => portal.upstream.url + path + String(index))

    const list: unknown = await (await portal.ask(connectors)).json()

    expect(list).toMatchObject({ value: [{ id: '1' }, { id: '2' }] })
  })

  it.each([
    [{ '@odata.nextLink': null }, [{ id: '1' }]],
    [
      { '@odata.NextLink': '/v1.0/identity/apiConnectors?$skiptoken=2' },
      [{ id: '1' }, { id: '2' }],
    ],
  ])('ends as %j says', async (link, value) => {
    portal.upstream.respond = ({ path }, response) => {
      answerJson(response, path.includes('skiptoken') ? page(2) : { ...page(1), ...link })
    }

    const list: unknown = await (await portal.ask(connectors)).json()

    expect(list).toEqual({ '@odata.context': 'context', value })
  })

  it('is its first page when $top asks for so many, without a link', async () => {
    pages(3)

    const list: unknown = await (await portal.ask(`${connectors}?$top=1`)).json()

    expect(list).toEqual({ '@odata.context': 'context', value: [{ id: '1' }] })
    expect(portal.upstream.received).toHaveLength(1)
  })

  it.each([
    ['another host', () => 'https://attacker.example/v1.0/identity/apiConnectors?$skiptoken=2'],
    ['another path', () => `${portal.upstream.url}/v1.0/users?$skiptoken=2`],
    ['a number', () => 7 as never],
    ['another version', () => `${portal.upstream.url}/beta/identity/apiConnectors?$skiptoken=2`],
    ['nowhere', () => 'http://['],
  ])('is refused when a link leads to %s', async (_, link) => {
    pages(3, link)

    const response = await portal.ask(connectors)

    expect(`${response.status} ${await codeOf(response)}`).toBe('502 upstreamInvalid')
    expect(portal.upstream.received).toHaveLength(1)
  })

  it('is refused when it does not end within 20 pages', async () => {
    pages(1000)

    const response = await portal.ask(connectors)

    expect(`${response.status} ${await codeOf(response)}`).toBe('502 upstreamInvalid')
    expect(portal.upstream.received).toHaveLength(20)
  })

  it('is never silently short: a page that fails is the answer', async () => {
    portal.upstream.respond = ({ path }, response) => {
      if (path.includes('skiptoken')) {
        answerJson(response, { error: { code: 'serviceNotAvailable' } }, 503)
      } else answerJson(response, page(1, pageLink(2)))
    }

    const response = await portal.ask(connectors)

    expect(`${response.status} ${await codeOf(response)}`).toBe('503 serviceNotAvailable')
  })
})
