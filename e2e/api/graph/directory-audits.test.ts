import { describe, expect, it } from 'vitest'
import { answerJson } from '@/lib/graph/testing/upstream'
import { portalOnUpstream } from '../support/portal-on-upstream'

const portal = portalOnUpstream()

const audits = '/api/graph/v1.0/auditLogs/directoryAudits'
const filter = (id: string) => encodeURIComponent(`targetResources/any(t:t/id eq '${id}')`)
const good = `$filter=${filter('RestApi_f6e8')}&$orderby=activityDateTime%20desc&$top=100`

describe('the directory’s audit log', () => {
  it.each(['v1.0', 'beta'])('is read for one connector, in %s', async (version) => {
    const list = { '@odata.context': 'context', value: [{ id: 'B2C_1' }] }
    portal.upstream.respond = (_, response) => {
      answerJson(response, list)
    }

    const response = await portal.ask(`${audits.replace('v1.0', version)}?${good}`)

    expect([response.status, await response.json()]).toEqual([200, list])
    expect(portal.upstream.received.map(({ path }) => decodeURIComponent(path))).toEqual([
      `/${version}/auditLogs/directoryAudits?$filter=targetResources/any(t:t/id eq 'RestApi_f6e8')&$orderby=activityDateTime desc&$top=100`,
    ])
  })

  it('leads no browser past the portal when there is more', async () => {
    portal.upstream.respond = (_, response) => {
      answerJson(response, { value: [], '@odata.nextLink': `${portal.upstream.url}${audits}` })
    }

    const response = await portal.ask(`${audits}?${good}`)

    expect(await response.json()).toEqual({ value: [] })
    expect(portal.upstream.received).toHaveLength(1)
  })

  it.each([
    ['', '$filter'],
    ['$top=5', '$filter'],
    [`$filter=${filter('a')}`, '$top'],
    [`$filter=${filter('..')}&$top=5`, '$filter'],
    [`$filter=${filter("a' or '' eq '")}&$top=5`, '$filter'],
    [`$filter=${filter('a')}%20or%20true&$top=5`, '$filter'],
    ["$filter=activityDisplayName%20eq%20'x'&$top=5", '$filter'],
    [`$filter=${filter('a')}&$top=1000`, '$top'],
    [`$filter=${filter('a')}&$top=5&$orderby=id`, '$orderby'],
    [`$filter=${filter('a')}&$top=5&$select=id`, '$select'],
    [`$filter=${filter('a')}&$top=5&$skiptoken=x`, '$skiptoken'],
  ])('is not read with "%s", and Graph is not asked', async (query, target) => {
    const response = await portal.ask(`${audits}?${query}`)

    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({
      error: {
        code: 'invalidRequest',
        details: [{ target, message: expect.any(String) as string }],
      },
    })
    expect(portal.upstream.received).toEqual([])
  })
})
