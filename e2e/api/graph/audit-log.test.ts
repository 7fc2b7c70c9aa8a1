import { describe, expect, it } from 'vitest'
import { startEmulator } from '@/emulator/emulator'
import { makePfx } from '@/emulator/testing/make-pfx'
import { auditRecordSchema } from '@/lib/server/audit/audit-record'
import { tokenWith } from '@/lib/server/testing/token-with'
import { emulatedPortal } from '../support/emulated-portal'
import { basic, loyalty, pfxWish, uploadOf } from '../support/samples'

const portal = emulatedPortal(() => startEmulator({ port: 0, tlsPort: 0 }))

const connectors = '/v1.0/identity/apiConnectors'
const stepPath =
  '/beta/identity/b2cUserFlows/B2C_1_store-membership/apiConnectorConfiguration/preTokenIssuance'

const admin = {
  actorId: 'aaaaaaaa-0001-4000-8000-000000000001',
  // Each world of the emulator is a tenant of its own.
  actorTenantId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
  actorUsername: 'admin@contoso.example',
  actorName: 'User Flow Admin',
}

const nobody = { actorId: null, actorTenantId: null, actorUsername: null, actorName: null }

const noStep = { flowKind: null, flowId: null, step: null }

/** The lines since the test began, each as the schema has it. */
const lines = () => portal.log.audit().map((line) => auditRecordSchema.parse(line))

const create = async (body: unknown = loyalty) => {
  const response = await portal.world.ask('POST', connectors, body)
  expect(response.status).toBe(201)
  const { id } = (await response.json()) as { id: string }
  return { id, response }
}

describe('every change', () => {
  it('is recorded with who made it, what it was and what came of it', async () => {
    const { id, response } = await create()

    expect(lines()).toMatchObject([
      {
        ...admin,
        ...noStep,
        action: 'createConnector',
        method: 'POST',
        graphVersion: 'v1.0',
        connectorId: id,
        fields: [
          'displayName',
          'targetUrl',
          'authenticationConfiguration.username',
          'authenticationConfiguration.password',
        ],
        certificateThumbprint: null,
        outcome: 'succeeded',
        status: 201,
        graphStatus: 201,
        code: null,
        clientRequestId: response.headers.get('client-request-id'),
        graphRequestId: response.headers.get('request-id'),
      },
    ])
    expect(lines()[0]?.requestId).toBe(portal.log.lines().at(-1)?.['requestId'])
  })

  it('to a connector names the properties and never their values', async () => {
    const { id } = await create()
    const connector = `${connectors}/${id}`
    await portal.world.ask('PATCH', connector, {
      displayName: 'Renamed canary',
      authenticationConfiguration: basic('another-canary'),
    })
    await portal.world.ask('DELETE', connector)

    expect(lines().slice(1)).toMatchObject([
      {
        action: 'updateConnector',
        method: 'PATCH',
        connectorId: id,
        fields: [
          'displayName',
          'authenticationConfiguration.username',
          'authenticationConfiguration.password',
        ],
        outcome: 'succeeded',
        status: 204,
      },
      { action: 'deleteConnector', method: 'DELETE', connectorId: id, fields: [], status: 204 },
    ])
  })

  it('with a certificate names its thumbprint', async () => {
    const [first, second] = [makePfx(pfxWish), makePfx({ ...pfxWish, subject: 'second' })]
    portal.secrets.push(first.base64, second.base64)
    const { id } = await create({
      ...loyalty,
      authenticationConfiguration: {
        '@odata.type': '#microsoft.graph.pkcs12Certificate',
        ...uploadOf(first),
      },
    })
    await portal.world.ask('POST', `${connectors}/${id}/uploadClientCertificate`, uploadOf(second))

    expect(lines()).toMatchObject([
      { action: 'createConnector', certificateThumbprint: first.thumbprint },
      {
        action: 'uploadCertificate',
        connectorId: id,
        fields: ['pkcs12Value', 'password'],
        certificateThumbprint: second.thumbprint,
        outcome: 'succeeded',
      },
    ])
  })

  it('to a step of a user flow names flow, step and connector', async () => {
    const customers = await portal.openWorld('step-of-customers', 'b2c')
    portal.secrets.push(customers.token)
    const id = '7d2b9c40-51f4-4c0e-8d6a-2b7e4f9a2001' // of the demo
    const reference = `https://graph.microsoft.com/beta/identity/apiConnectors/${id}`
    await customers.ask('PUT', `${stepPath}/$ref`, { '@odata.id': reference })
    await customers.ask('PUT', `${stepPath}/$ref`, {})

    const place = {
      method: 'PUT',
      graphVersion: 'beta',
      flowKind: 'b2cUserFlows',
      flowId: 'B2C_1_store-membership',
      step: 'preTokenIssuance',
      fields: [],
      outcome: 'succeeded',
    }
    expect(lines()).toMatchObject([
      { ...place, action: 'attachConnector', connectorId: id },
      { ...place, action: 'detachConnector', connectorId: null },
    ])
  })

  it('is recorded when Graph refuses it', async () => {
    const token = await portal.world.signIn({ scopes: ['APIConnectors.Read.All'] })
    const response = await fetch(`${portal.origin}/api/graph${connectors}/x`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${token}` },
    })

    expect(response.status).toBe(403)
    expect(lines()).toMatchObject([
      { ...admin, outcome: 'refused', status: 403, graphStatus: 403, code: 'AADB2C' },
    ])
  })
})

describe('who made the change', () => {
  const claims = (name: string) => ({
    user: 'admin@contoso.example',
    claims: { name, upn: 'admin@contoso.example' },
  })

  it('is not recorded of a token that Graph refused, whatever it says', async () => {
    const forged = tokenWith({ oid: 'canary' })
    await fetch(`${portal.origin}/api/graph${connectors}/x`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${forged}` },
    })

    expect(lines()).toMatchObject([{ ...nobody, outcome: 'refused', graphStatus: 401 }])
  })

  it('cannot break the line or turn what follows', async () => {
    const token = await portal.world.signIn(claims('Eve\n{"event":"audit"}\u2028\u202eenil'))
    await fetch(`${portal.origin}/api/graph${connectors}/x`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${token}` },
    })

    expect(lines()).toMatchObject([{ actorName: 'Eve\uFFFD{"event":"audit"}\uFFFD\uFFFDenil' }])
    expect(portal.log.text()).not.toMatch(/[\u2028\u202e]/)
  })

  it('is known of a lost change if the token was accepted before, and else is not', async () => {
    const loseDeletion = async () => {
      const path = '/identity/apiConnectors/*'
      await portal.world.faults({ path, kind: 'reset', times: 99 })
      await portal.world.ask('DELETE', `${connectors}/x`)
      await portal.world.clearFaults()
    }
    await loseDeletion()
    await portal.world.ask('GET', connectors)
    await loseDeletion()

    const lost = { outcome: 'unknown', status: 504, graphStatus: null, code: 'outcomeUnknown' }
    expect(lines()).toMatchObject([
      { ...nobody, ...lost },
      { ...admin, ...lost },
    ])
  })
})

describe('no line', () => {
  it('is written of what is read, or refused before it was sent', async () => {
    await portal.world.ask('GET', connectors)
    await portal.world.ask('POST', connectors, { ...loyalty, displayName: '' })
    await portal.world.ask('POST', `${connectors}/x/uploadClientCertificate`, {
      pkcs12Value: 'AAAA',
      password: 'canary',
    })
    await portal.world.ask('DELETE', `${connectors}/%20`)

    expect(lines()).toEqual([])
  })
})
