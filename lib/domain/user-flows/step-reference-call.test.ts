import { expect, test } from 'vitest'
import type { Place } from './user-flow'
import { stepReferenceCall } from './step-reference-call'

const graph = { graphRoot: 'https://graph.example', version: 'v1.0' } as const
const b2x: Place = { kind: 'b2xUserFlows', flowId: 'B2X_1_a', step: 'postFederationSignup' }
const b2c: Place = { kind: 'b2cUserFlows', flowId: 'B2C_1_a', step: 'preTokenIssuance' }

test.each([
  {
    what: 'attaching is by the connector’s address',
    call: stepReferenceCall(b2x, 'c1', graph),
    path: '/v1.0/identity/b2xUserFlows/B2X_1_a/apiConnectorConfiguration/postFederationSignup/$ref',
    body: { '@odata.id': 'https://graph.example/v1.0/identity/apiConnectors/c1' },
  },
  {
    what: 'B2C flows are in beta, and so is the address',
    call: stepReferenceCall(b2c, 'c1', graph),
    path: '/beta/identity/b2cUserFlows/B2C_1_a/apiConnectorConfiguration/preTokenIssuance/$ref',
    body: { '@odata.id': 'https://graph.example/beta/identity/apiConnectors/c1' },
  },
  {
    what: 'detaching is an empty object',
    call: stepReferenceCall(b2x, null, { ...graph, version: 'beta' }),
    path: '/beta/identity/b2xUserFlows/B2X_1_a/apiConnectorConfiguration/postFederationSignup/$ref',
    body: {},
  },
])('$what', ({ call, path, body }) => {
  expect(call).toEqual({ method: 'PUT', path, body })
})
