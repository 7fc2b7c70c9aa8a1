/** Bodies and headers as Microsoft's SDKs write them; straight to Graph's stand-in they pass as well. */
import { describe, expect, it } from 'vitest'
import { startEmulator, type Emulator } from '@/emulator/emulator'
import { emulatedPortal } from '../support/emulated-portal'
import { loyalty } from '../support/samples'

let emulator: Emulator

const portal = emulatedPortal(async () => {
  emulator = await startEmulator({ port: 0, tlsPort: 0 })
  return emulator
})

const connectors = '/v1.0/identity/apiConnectors'
const usual = 'application/json'

type Sent = { readonly method?: string; readonly type?: string; readonly body: unknown }

const send = (url: string, { method = 'POST', type = usual, body }: Sent) =>
  fetch(url, {
    method,
    headers: { authorization: `Bearer ${portal.world.token}`, 'content-type': type },
    body: JSON.stringify(body),
  })

const everywhere = [
  ['the portal', (path: string) => `${portal.origin}/api/graph${path}`],
  ['the emulator', (path: string) => `${emulator.url}${path}`],
] as const

describe.each(everywhere)('%s', (_which, at) => {
  it.each(['#microsoft.graph.identityApiConnector', 'microsoft.graph.identityApiConnector'])(
    'takes a connector that names its own type, %s',
    async (type) => {
      const created = await send(at(connectors), { body: { '@odata.type': type, ...loyalty } })
      expect(created.status).toBe(201)
      const { id } = (await created.json()) as { id: string }

      const changed = await send(at(`${connectors}/${id}`), {
        method: 'PATCH',
        body: { '@odata.type': type, displayName: 'Renamed' },
      })
      expect(changed.status).toBe(204)
    },
  )

  it.each([
    'application/json;odata.metadata=minimal',
    'application/json; odata.metadata=full; odata.streaming=true; charset=utf-8',
    'application/json;odata.metadata=none;IEEE754Compatible=false',
  ])('takes %s', async (type) => {
    expect((await send(at(connectors), { type, body: loyalty })).status).toBe(201)
  })
})

it.each([
  ['another type', { ...loyalty, '@odata.type': '#microsoft.graph.user' }],
  ['nothing but the type', { '@odata.type': '#microsoft.graph.identityApiConnector' }],
])('a connector with %s is refused by the portal', async (_what, body) => {
  const response = await send(`${portal.origin}/api/graph${connectors}`, { body })

  expect(response.status).toBe(400)
})

it('parameters that would change the meaning of a body are refused', async () => {
  const type = 'application/json;odata=verbose'
  const response = await send(`${portal.origin}/api/graph${connectors}`, { type, body: loyalty })

  expect(response.status).toBe(415)
})
