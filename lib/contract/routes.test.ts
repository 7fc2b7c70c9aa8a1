import { expect, test } from 'vitest'
import { graphPaths, pages } from './routes'

/** An id that would lead elsewhere if it were written as it is. */
const id = 'a/../b?c#d e'
const encoded = 'a%2F..%2Fb%3Fc%23d%20e'

test.each([
  [pages.connector(id), `/connectors/${encoded}`],
  [pages.connectorCertificates(id), `/connectors/${encoded}?tab=certificates`],
  [pages.connectorHistory(id), `/connectors/${encoded}?tab=history`],
  [pages.connectorUserFlows(id), `/connectors/${encoded}?tab=user-flows`],
  [pages.connectorTest(id), `/connectors/${encoded}?tab=test`],
  [pages.editConnector(id), `/connectors/${encoded}/edit`],
  [
    pages.userFlowStep({ flowId: id, step: 'preTokenIssuance' }),
    `/user-flows?flow=${encoded}&step=preTokenIssuance`,
  ],
  [pages.samples(id), `/samples?connector=${encoded}`],
  [pages.samples(null), '/samples'],
  [graphPaths.connector('v1.0', id), `/v1.0/identity/apiConnectors/${encoded}`],
  [
    graphPaths.uploadClientCertificate('beta', id),
    `/beta/identity/apiConnectors/${encoded}/uploadClientCertificate`,
  ],
  [
    graphPaths.userFlowConfiguration('v1.0', 'b2xUserFlows', id),
    `/v1.0/identity/b2xUserFlows/${encoded}/apiConnectorConfiguration`,
  ],
  [
    graphPaths.userFlowStepReference('beta', 'b2cUserFlows', {
      flowId: id,
      step: 'postFederationSignup',
    }),
    `/beta/identity/b2cUserFlows/${encoded}/apiConnectorConfiguration/postFederationSignup/$ref`,
  ],
  [
    graphPaths.connectorAudits('v1.0', 'a&b', 50),
    `/v1.0/auditLogs/directoryAudits?$filter=targetResources%2Fany(t%3At%2Fid%20eq%20'a%26b')&$orderby=activityDateTime%20desc&$top=50`,
  ],
])('an id cannot change the address that it is part of: %s', (address, expected) => {
  expect(address).toBe(expected)
})

test.each([
  [graphPaths.connectors('v1.0'), '/v1.0/identity/apiConnectors'],
  [graphPaths.userFlows('beta', 'b2cUserFlows'), '/beta/identity/b2cUserFlows'],
  [graphPaths.organization(), '/v1.0/organization?$select=id,displayName,verifiedDomains'],
  [graphPaths.directoryAudits('v1.0'), '/v1.0/auditLogs/directoryAudits'],
])('%s is where Graph has it', (path, expected) => {
  expect(path).toBe(expected)
})
