import { describe, expect, it } from 'vitest'
import { startEmulator } from '@/emulator/emulator'
import { emulatedPortal } from '../support/emulated-portal'
import { loyalty } from '../support/samples'

const portal = emulatedPortal(() => startEmulator({ port: 0, tlsPort: 0 }))

describe.each(['v1.0', 'beta'])('connectors in %s', (version) => {
  const list = `/${version}/identity/apiConnectors`

  it('are listed as Graph lists them', async () => {
    const response = await portal.world.ask('GET', list)

    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(response.headers.get('cache-control')).toBe('no-store')
    const body = (await response.json()) as { value: unknown[] }
    expect(body).toMatchObject({
      '@odata.context': expect.stringMatching(/\$metadata#identity\/apiConnectors$/) as string,
    })
    expect(body.value.length).toBeGreaterThan(11)
  })

  it('are created, read, changed and deleted', async () => {
    const created = await portal.world.ask('POST', list, loyalty)
    expect(created.status).toBe(201)
    const { id } = (await created.json()) as { id: string }

    const changed = await portal.world.ask('PATCH', `${list}/${id}`, { displayName: 'Renamed' })
    expect([changed.status, await changed.text()]).toEqual([204, ''])

    const read = await portal.world.ask('GET', `${list}/${id}`)
    expect(await read.json()).toMatchObject({
      id,
      displayName: 'Renamed',
      targetUrl: loyalty.targetUrl,
      authenticationConfiguration: { username: 'svc-canary', password: '******' },
    })

    const deleted = await portal.world.ask('DELETE', `${list}/${id}`)
    expect([deleted.status, await deleted.text()]).toEqual([204, ''])
    expect((await portal.world.ask('GET', `${list}/${id}`)).status).toBe(404)
  })
})
