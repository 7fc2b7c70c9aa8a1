import type { ConnectorTest } from '../connector-test'

/** A test that can be sent as it is. */
export const connectorTest = {
  targetUrl: 'https://api.example.com/',
  tenantKind: 'b2x',
  step: 'postAttributeCollection',
  authentication: {
    '@odata.type': '#microsoft.graph.basicAuthentication',
    username: 'u',
    password: 'secret-password',
  },
  body: { email: 'kim@fabrikam.example' },
} as const satisfies ConnectorTest
