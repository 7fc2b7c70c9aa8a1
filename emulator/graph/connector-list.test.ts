import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startEmulator, type Emulator } from '../emulator'
import { basicConnector, namesIn, openTenant, textAt, valueAt } from '../testing/tenant'

let emulator: Emulator

beforeAll(async () => {
  emulator = await startEmulator({ port: 0, tlsPort: 0 })
})
afterAll(() => emulator.stop())

const connectors = '/v1.0/identity/apiConnectors'
const context = 'https://graph.microsoft.com/v1.0/$metadata#identity/apiConnectors'

describe('the list', () => {
  async function threeConnectors(world: string) {
    const tenant = await openTenant(emulator, world)
    for (const displayName of ["Anna's check", 'Bert', 'Bert']) {
      await tenant.graph(connectors, { method: 'POST', body: basicConnector({ displayName }) })
    }
    const names = async (query: string) => {
      const { body } = await tenant.graph(`${connectors}?${query}`)
      const value = valueAt(body, 'value')
      return Array.isArray(value) ? value.map((item) => valueAt(item, 'displayName')) : body
    }
    return { tenant, names }
  }

  test('may hold two connectors of the same name', async () => {
    const { names } = await threeConnectors('list-same')
    expect(await names('')).toEqual(["Anna's check", 'Bert', 'Bert'])
  })

  test('is filtered by displayName eq, with quotes doubled', async () => {
    const { names } = await threeConnectors('list-filter')
    expect(await names("$filter=displayName eq 'Bert'")).toEqual(['Bert', 'Bert'])
    expect(await names("$filter=DisplayName eq 'Anna''s check'")).toEqual(["Anna's check"])
    expect(await names("$filter=displayName eq 'Nobody'")).toEqual([])
  })

  test('refuses another filter', async () => {
    const { tenant } = await threeConnectors('list-filter-other')
    const answer = await tenant.graph(`${connectors}?$filter=startsWith(displayName,'B')`)
    expect(answer.status).toBe(400)
  })

  test('ignores or refuses every filter by setting', async () => {
    const { tenant, names } = await threeConnectors('list-filter-setting')
    await tenant.control('/settings', { method: 'PATCH', body: { filter: 'ignore' } })
    expect(await names("$filter=displayName eq 'Bert'")).toHaveLength(3)
    await tenant.control('/settings', { method: 'PATCH', body: { filter: 'reject' } })
    expect((await tenant.graph(`${connectors}?$filter=displayName eq 'Bert'`)).status).toBe(400)
  })

  test('is cut by $top, with a link to the rest that works', async () => {
    const { tenant } = await threeConnectors('list-top')
    const first = await tenant.graph(`${connectors}?$top=2&$count=true`)
    expect(valueAt(first.body, 'value')).toHaveLength(2)
    expect(valueAt(first.body, '@odata.count')).toBe(3)
    const link = textAt(first.body, '@odata.nextLink')
    expect(link).toMatch(new RegExp(`^${emulator.url}/v1.0/identity/apiConnectors\\?`))
    const rest = await tenant.graph(link.slice(emulator.url.length))
    expect(valueAt(rest.body, 'value')).toHaveLength(1)
    expect(rest.body).not.toHaveProperty('@odata.nextLink')
  })

  test('comes in pages by setting', async () => {
    const { tenant, names } = await threeConnectors('list-pages')
    await tenant.control('/settings', { method: 'PATCH', body: { pageSize: 1 } })
    expect(await names('')).toEqual(["Anna's check"])
  })

  test('shows the properties that $select names, one entity too', async () => {
    const { tenant } = await threeConnectors('list-select')
    const list = await tenant.graph(`${connectors}?$select=id,displayName`)
    expect(namesIn(valueAt(list.body, 'value', 0))).toEqual(['id', 'displayName'])
    const id = textAt(list.body, 'value', 0, 'id')
    const one = await tenant.graph(`${connectors}/${id}?$select=displayName`)
    expect(one.body).toEqual({
      '@odata.context': `${context}(displayName)/$entity`,
      displayName: "Anna's check",
    })
  })

  test.each(['$select=secret', '$top=-1', '$top=many', '$format=xml'])(
    'refuses %s',
    async (query) => {
      const { tenant } = await threeConnectors('list-refused')
      expect((await tenant.graph(`${connectors}?${query}`)).status).toBe(400)
    },
  )

  test('is counted by $count', async () => {
    const { tenant } = await threeConnectors('list-count')
    const answer = await tenant.graph(`${connectors}/$count`)
    expect(answer.status).toBe(200)
    expect(answer.body).toBe(3)
  })
})
