/** Microsoft's newer SDK for JavaScript, pointed at the portal. */
import {
  HttpMethod,
  RequestInformation,
  type AuthenticationProvider,
  type ModelSerializerFunction,
  type Parsable,
} from '@microsoft/kiota-abstractions'
import { GraphRequestAdapter } from '@microsoft/msgraph-sdk'
import {
  createIdentityApiConnectorCollectionResponseFromDiscriminatorValue,
  createIdentityApiConnectorFromDiscriminatorValue,
  serializeIdentityApiConnector,
  type ApiAuthenticationConfigurationBase,
  type IdentityApiConnector,
  type IdentityApiConnectorCollectionResponse,
} from '@microsoft/msgraph-sdk/models/index.js'
import { expect, it } from 'vitest'
import { startEmulator } from '@/emulator/emulator'
import { makePfx } from '@/emulator/testing/make-pfx'
import { emulatedPortal } from '../support/emulated-portal'
import { pfxWish, uploadOf } from '../support/samples'

const portal = emulatedPortal(() => startEmulator({ port: 0, tlsPort: 0 }))

const ownType = '#microsoft.graph.identityApiConnector'

/**
 * The package has models and an adapter, but no request builders for `/identity`, so requests are put
 * together by hand. Its serializers leave out what only a derived authentication has (`username`,
 * `password`, `pkcs12Value`): these travel as additional data.
 */
function connectorRequests() {
  const withToken: AuthenticationProvider = {
    authenticateRequest: (request) => {
      request.headers.add('Authorization', `Bearer ${portal.world.token}`)
      return Promise.resolve()
    },
  }
  const adapter = new GraphRequestAdapter(withToken)
  adapter.baseUrl = `${portal.origin}/api/graph/v1.0`
  const request = (method: HttpMethod, path = '') => {
    const wanted = new RequestInformation(method, `{+baseurl}/identity/apiConnectors${path}`)
    wanted.pathParameters['baseurl'] = adapter.baseUrl
    wanted.headers.add('Accept', 'application/json')
    return wanted
  }
  const carrying = <Body extends Parsable>(
    wanted: RequestInformation,
    body: Body,
    write: ModelSerializerFunction<Body>,
  ) => {
    wanted.setContentFromParsable(adapter, 'application/json', body, write)
    return wanted
  }
  const noErrors = undefined
  return {
    create: (connector: IdentityApiConnector) =>
      adapter.send<IdentityApiConnector>(
        carrying(request(HttpMethod.POST), connector, serializeIdentityApiConnector),
        createIdentityApiConnectorFromDiscriminatorValue,
        noErrors,
      ),
    list: () =>
      adapter.send<IdentityApiConnectorCollectionResponse>(
        request(HttpMethod.GET),
        createIdentityApiConnectorCollectionResponseFromDiscriminatorValue,
        noErrors,
      ),
    read: (id: string) =>
      adapter.send<IdentityApiConnector>(
        request(HttpMethod.GET, `/${id}`),
        createIdentityApiConnectorFromDiscriminatorValue,
        noErrors,
      ),
    change: (id: string, connector: IdentityApiConnector) =>
      adapter.sendNoResponseContent(
        carrying(request(HttpMethod.PATCH, `/${id}`), connector, serializeIdentityApiConnector),
        noErrors,
      ),
    upload: (id: string, additionalData: Record<string, unknown>) =>
      adapter.sendNoResponseContent(
        carrying(
          request(HttpMethod.POST, `/${id}/uploadClientCertificate`),
          { additionalData },
          (writer, body) => writer.writeAdditionalData(body?.additionalData),
        ),
        noErrors,
      ),
    remove: (id: string) =>
      adapter.sendNoResponseContent(request(HttpMethod.DELETE, `/${id}`), noErrors),
  }
}

it('does all six operations of a connector', async () => {
  const requests = connectorRequests()
  const made = makePfx(pfxWish)
  const authenticationConfiguration: ApiAuthenticationConfigurationBase = {
    odataType: '#microsoft.graph.pkcs12Certificate',
    additionalData: uploadOf(made),
  }

  const created = await requests.create({
    odataType: ownType,
    displayName: 'By the newer SDK',
    targetUrl: 'https://api.example.com/check',
    authenticationConfiguration,
  })
  const id = created?.id ?? ''
  await requests.change(id, { odataType: ownType, displayName: 'Renamed' })
  await requests.upload(id, uploadOf(made))

  expect(await requests.read(id)).toMatchObject({
    displayName: 'Renamed',
    targetUrl: 'https://api.example.com/check',
    authenticationConfiguration: {
      certificateList: [{ thumbprint: made.thumbprint }, { thumbprint: made.thumbprint }],
    },
  })
  const listed = await requests.list()
  expect(listed?.value?.find((connector) => connector.id === id)?.displayName).toBe('Renamed')

  await requests.remove(id)
  await expect(requests.read(id)).rejects.toMatchObject({ responseStatusCode: 404 })
})

it('sends the user name and password of Basic authentication', async () => {
  const requests = connectorRequests()
  const created = await requests.create({
    odataType: ownType,
    displayName: 'Basic by the newer SDK',
    targetUrl: 'https://api.example.com/check',
    authenticationConfiguration: {
      odataType: '#microsoft.graph.basicAuthentication',
      additionalData: { username: 'portal', password: 'demo-only' },
    },
  })

  expect(created).toMatchObject({
    displayName: 'Basic by the newer SDK',
    authenticationConfiguration: { username: 'portal', password: '******' },
  })
})
