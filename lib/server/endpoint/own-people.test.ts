import { describe, expect, test } from 'vitest'
import { readConfiguration, type ReadyConfiguration } from '../configuration/configuration'
import { tokenWith } from '../testing/token-with'
import { requireOwnToken } from './own-people'

const clientId = '1b4e28ba-2fa1-4d2e-883f-0016d3cca427'
const tenantId = '72f988bf-86f1-41af-91ab-2d7cd011db47'
const other = '00000000-0000-4000-8000-000000000000'

function configured(tenant?: string): ReadyConfiguration {
  const variables = { AZURE_CLIENT_ID: clientId, AZURE_TENANT_ID: tenant }
  const configuration = readConfiguration(variables)
  if (configuration.kind !== 'ready') throw new Error('Something is missing')
  return configuration
}

const callerWith = (token: string) => ({
  token,
  clientRequestId: other,
  gone: new AbortController().signal,
  patienceMs: 0,
  graphRoot: 'https://graph.microsoft.com',
  noteAnswer: () => undefined,
})

const judge = (claims: unknown, tenant?: string) => () => {
  requireOwnToken(callerWith(tokenWith(claims)), configured(tenant))
}

const refusal = (target: string) =>
  expect.objectContaining({
    code: 'foreignToken',
    status: 403,
    details: [expect.objectContaining({ target })],
  }) as Error

describe('the application of a token', () => {
  test.each([
    ['version 1.0', { appid: clientId }],
    ['version 2.0', { azp: clientId }],
    ['capitals', { appid: clientId.toUpperCase() }],
  ])('is this one, in %s', (_, claims) => {
    expect(judge(claims)).not.toThrow()
  })

  test.each([
    ['another', { appid: other }],
    ['another in version 2.0', { azp: other }],
    ['another, whatever else it says', { appid: other, azp: clientId }],
    ['no text', { appid: [clientId] }],
    ['not told', { tid: tenantId }],
    ['no claims at all', null],
  ])('is not this one: %s', (_, claims) => {
    expect(judge(claims)).toThrow(refusal('appid'))
  })

  test('is not known of a token that is no JWT', () => {
    expect(() => {
      requireOwnToken(callerWith('opaque'), configured())
    }).toThrow(refusal('appid'))
  })
})

describe('the tenant of a token', () => {
  test.each([tenantId, tenantId.toUpperCase()])('is the configured one: %s', (tenant) => {
    expect(judge({ appid: clientId, tid: tenantId }, tenant)).not.toThrow()
  })

  test.each([other, undefined])('is not the configured one: %s', (tid) => {
    expect(judge({ appid: clientId, tid }, tenantId)).toThrow(refusal('tid'))
  })

  test.each(['contoso.onmicrosoft.com', 'organizations', undefined])(
    'may be any where the configured one is no id: %s',
    (tenant) => {
      expect(judge({ appid: clientId, tid: other }, tenant)).not.toThrow()
    },
  )
})
