import { describe, expect, test } from 'vitest'
import { auditResult, directoryAuditSchema } from './directory-audit'
import { connectorSchema } from './connector'
import { organizationListSchema } from './organization'
import { errorBodySchema } from './problem'
import { flowStepsSchema, userFlowListSchema } from './user-flow'

/** Graph leaves properties out, or says null, where it has nothing to say. */
const nothings = [undefined, null] as const

describe.each(nothings)('where Graph says %s', (nothing) => {
  test('a connector has an empty name and address, and an authentication that is not known', () => {
    expect(
      connectorSchema.parse({
        id: 'c-1',
        displayName: nothing,
        targetUrl: nothing,
        authenticationConfiguration: nothing,
      }),
    ).toEqual({
      id: 'c-1',
      displayName: '',
      targetUrl: '',
      authenticationConfiguration: { '@odata.type': 'unknown', graphType: null },
    })
  })

  test('a connector with certificates has none', () => {
    const type = '#microsoft.graph.clientCertificateAuthentication'
    const authenticationConfiguration = { '@odata.type': type, certificateList: nothing }

    expect(connectorSchema.parse({ id: 'c-1', authenticationConfiguration })).toMatchObject({
      authenticationConfiguration: { '@odata.type': type, certificateList: [] },
    })
  })

  test('a tenant has no name', () => {
    expect(organizationListSchema.parse({ value: [{ id: 't', displayName: nothing }] })).toEqual({
      value: [{ id: 't', displayName: '' }],
    })
  })

  test('a flow has no type, and a step no connector', () => {
    expect(userFlowListSchema.parse({ value: [{ id: 'B2X_1_a', userFlowType: nothing }] })).toEqual(
      {
        value: [{ id: 'B2X_1_a', userFlowType: null }],
      },
    )
    expect(flowStepsSchema.parse({ postFederationSignup: nothing })).toEqual({
      postFederationSignup: null,
      postAttributeCollection: null,
      preTokenIssuance: null,
    })
    expect(
      flowStepsSchema.parse({ preTokenIssuance: { id: 'c-1', displayName: nothing } }),
    ).toMatchObject({ preTokenIssuance: { id: 'c-1', displayName: '' } })
  })

  test('an event of the directory is by nobody, and about nothing', () => {
    const event = directoryAuditSchema.parse({
      id: 'e-1',
      activityDateTime: 'yesterday',
      activityDisplayName: 'Update',
      result: nothing,
      resultReason: nothing,
      correlationId: nothing,
      initiatedBy: nothing,
      targetResources: nothing,
    })

    expect(event).toMatchObject({
      activityDateTime: null,
      result: null,
      resultReason: null,
      correlationId: null,
      targetResources: [],
    })
    expect(auditResult(event)).toBeNull()
  })

  test('an error has a code all the same', () => {
    expect(
      errorBodySchema.safeParse({ error: { code: 'x', message: nothing, details: nothing } })
        .success,
    ).toBe(true)
  })
})

test.each([
  ['success', 'success'],
  ['failure', 'failure'],
  ['timeout', 'timeout'],
  ['unknownFutureValue', null],
])('the result %s is told as %s', (result, told) => {
  const event = directoryAuditSchema.parse({
    id: 'e-1',
    activityDateTime: '2026-11-21T10:00:00Z',
    activityDisplayName: 'Update',
    result,
  })

  expect(event.activityDateTime).toBe(Date.UTC(2026, 10, 21, 10))
  expect(auditResult(event)).toBe(told)
})

test.each([{}, { error: {} }, { error: { code: 1 } }, 'x', null])(
  '%j is no envelope of an error',
  (body) => {
    expect(errorBodySchema.safeParse(body).success).toBe(false)
  },
)
