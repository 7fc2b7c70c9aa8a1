import { describe, expect, it } from 'vitest'
import { startEmulator } from '@/emulator/emulator'
import { emulatedPortal } from '../support/emulated-portal'
import { loyalty } from '../support/samples'

const portal = emulatedPortal(() => startEmulator({ port: 0, tlsPort: 0 }))

const connectors = '/v1.0/identity/apiConnectors'

const create = async (body: unknown = loyalty): Promise<{ id: string }> => {
  const response = await portal.world.ask('POST', connectors, body)
  expect(response.status).toBe(201)
  return (await response.json()) as { id: string }
}

describe('a list', () => {
  it('takes the options that Graph documents or its tools use', async () => {
    const options = `$select=id,displayName&$top=2&$count=true`
    const response = await portal.world.ask('GET', `${connectors}?${options}`)

    const body = (await response.json()) as Record<string, unknown>
    expect(body['value']).toHaveLength(2)
    expect(body['@odata.count']).toBeGreaterThan(11)
    expect(body).not.toHaveProperty('@odata.nextLink')
  })

  it('finds a name with a quote in it', async () => {
    await create({ ...loyalty, displayName: "O'Brien" })

    const filter = encodeURIComponent("displayName eq 'O''Brien'")
    const response = await portal.world.ask('GET', `${connectors}?$filter=${filter}`)

    expect(await response.json()).toMatchObject({ value: [{ displayName: "O'Brien" }] })
  })

  it('arrives whole though Graph sends it in pages', async () => {
    const whole = (await (await portal.world.ask('GET', connectors)).json()) as { value: unknown[] }
    await portal.world.settings({ pageSize: 3 })

    const merged: unknown = await (await portal.world.ask('GET', connectors)).json()

    expect(merged).toEqual(whole)
  })

  it.each([
    '$orderby=displayName',
    '$search="a"',
    '$skip=1',
    '$expand=authenticationConfiguration',
    '$skiptoken=3',
    '$top=0',
    '$top=1000',
    '$top=1&$top=2',
    '$TOP=1',
    '$count=yes',
    '$select=',
    '$select=id;displayName',
    "$filter=startswith(displayName,'a')",
    "$filter=displayName eq 'a' or displayName eq 'b'",
    'access_token=abc',
    'x=1',
  ])('refuses the query %s and asks Graph nothing', async (query) => {
    const response = await portal.world.ask('GET', `${connectors}?${query}`)

    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({
      error: {
        code: 'invalidRequest',
        details: [{ target: query.split('=')[0], message: expect.any(String) as string }],
      },
    })
    expect(await portal.world.requests()).toEqual([])
  })
})
