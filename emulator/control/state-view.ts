// Everything a world stores, for tests that ask what really arrived. Secrets appear as SHA-256 only.
import { findActiveCertificate } from '../graph/certificate-activity'
import type { StoredAuthentication, StoredConnector } from '../state/stored'
import { worldNowSeconds, type World } from '../state/world'

export function showState(world: World) {
  return {
    world: world.name,
    tenant: world.tenant,
    /** Epoch seconds; `clockIsReal` tells whether time passes. */
    now: worldNowSeconds(world),
    clockIsReal: world.clockSeconds === null,
    connectors: [...world.connectors.values()].map((connector) => showStored(connector, world)),
    flows: [...world.flows.b2xUserFlows.values(), ...world.flows.b2cUserFlows.values()],
    consents: [...world.consents].map(([user, accepted]) => ({ user, accepted: [...accepted] })),
    faults: world.faults.filter(({ timesLeft }) => timesLeft > 0),
  }
}

function showStored({ id, displayName, targetUrl, authentication }: StoredConnector, world: World) {
  return {
    id,
    displayName,
    targetUrl,
    authenticationConfiguration: showAuthentication(authentication, world),
  }
}

function showAuthentication(authentication: StoredAuthentication, world: World) {
  if (authentication.kind === 'basic') {
    const { username, passwordSha256 } = authentication
    return { '@odata.type': '#microsoft.graph.basicAuthentication', username, passwordSha256 }
  }
  const { uploadOrder } = authentication
  const active = findActiveCertificate(uploadOrder, worldNowSeconds(world))
  return {
    '@odata.type': '#microsoft.graph.clientCertificateAuthentication',
    certificateList: uploadOrder.map((certificate) => ({
      ...certificate,
      isActive: certificate === active,
    })),
  }
}
