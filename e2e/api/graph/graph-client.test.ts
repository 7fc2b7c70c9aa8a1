import {
  Client,
  HTTPMessageHandler,
  type Context,
  type Middleware,
} from '@microsoft/microsoft-graph-client'
import { describe, expect, it } from 'vitest'
import { startEmulator } from '@/emulator/emulator'
import { makePfx } from '@/emulator/testing/make-pfx'
import { emulatedPortal } from '../support/emulated-portal'
import { pfxWish, uploadOf } from '../support/samples'

const portal = emulatedPortal(() => startEmulator({ port: 0, tlsPort: 0 }))

/** The library gives tokens to https addresses only, so a test on plain http adds its own. */
function createClient(token = portal.world.token): Client {
  const sendMessage = new HTTPMessageHandler()
  const addToken: Middleware = {
    execute: (context: Context) => {
      const headers = new Headers(context.options?.headers)
      headers.set('authorization', `Bearer ${token}`)
      context.options = { ...context.options, headers }
      return sendMessage.execute(context)
    },
  }
  return Client.initWithMiddleware({ baseUrl: `${portal.origin}/api/graph`, middleware: addToken })
}

const connectors = '/identity/apiConnectors'

const listSchemaOf = (answer: unknown) => (answer as { value: { id: string }[] }).value // Graph's shape

describe('Microsoft’s Graph client, pointed at the portal', () => {
  it('does all six operations of a connector', async () => {
    const client = createClient()
    const made = makePfx(pfxWish)
    const upload = uploadOf(made)

    const created = (await client.api(connectors).post({
      displayName: 'By library',
      targetUrl: 'https://api.example.com/check',
      authenticationConfiguration: {
        '@odata.type': '#microsoft.graph.pkcs12Certificate',
        ...upload,
      },
    })) as { id: string }
    const connector = `${connectors}/${created.id}`
    await client.api(connector).patch({ displayName: 'Renamed by library' })
    await client.api(`${connector}/uploadClientCertificate`).post(upload)

    expect(await client.api(connector).get()).toMatchObject({
      displayName: 'Renamed by library',
      authenticationConfiguration: {
        certificateList: [{ thumbprint: made.thumbprint }, { thumbprint: made.thumbprint }],
      },
    })
    const list: unknown = await client
      .api(connectors)
      .filter("displayName eq 'Renamed by library'")
      .select(['id', 'displayName'])
      .top(5)
      .count()
      .get()
    expect(list).toMatchObject({ '@odata.count': 1, value: [{ id: created.id }] })

    await client.api(connector).delete()
    await expect(client.api(connector).get()).rejects.toMatchObject({ statusCode: 404 })
  })

  it('attaches a connector to a user flow and detaches it', async () => {
    const customers = await portal.openWorld('customers', 'b2c')
    portal.secrets.push(customers.token)
    const client = createClient(customers.token)
    const [flow] = listSchemaOf(await client.api('/identity/b2cUserFlows').version('beta').get())
    const [connector] = listSchemaOf(await client.api(connectors).get())
    const id = connector?.id ?? ''
    const configuration = `/identity/b2cUserFlows/${flow?.id ?? ''}/apiConnectorConfiguration`
    const read = async () =>
      (await client
        .api(configuration)
        .version('beta')
        .expand(['postFederationSignup', 'postAttributeCollection'])
        .get()) as Record<string, unknown>
    const reference = client.api(`${configuration}/postAttributeCollection/$ref`).version('beta')

    await reference.put({
      '@odata.id': `https://graph.microsoft.com/beta/identity/apiConnectors/${id}`,
    })
    expect(await read()).toMatchObject({ postAttributeCollection: { id } })

    await reference.put({})
    expect((await read())['postAttributeCollection'] ?? null).toBeNull()
  })

  it('understands the portal’s own problems', async () => {
    await expect(createClient().api(connectors).post({ displayName: '' })).rejects.toMatchObject({
      statusCode: 400,
      code: 'invalidRequest',
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
    })
  })
})
