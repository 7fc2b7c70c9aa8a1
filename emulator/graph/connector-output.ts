// A connector as Graph shows it: secrets masked, and the activity of certificates computed on the spot.
import { graphRoot } from '../basics/registration'
import { worldNowSeconds, type World } from '../state/world'
import { findActiveCertificate } from './certificate-activity'
import { passwordMask } from './connector-input'
import type { GraphVersion } from './endpoint'
import type { StoredAuthentication, StoredCertificate, StoredConnector } from '../state/stored'

export function metadataContext(version: GraphVersion, fragment: string): string {
  return `${graphRoot}/${version}/$metadata#${fragment}`
}

/** Graph: identityApiConnector resource, in the order of its documented samples. */
export function showConnector(
  { id, displayName, targetUrl, authentication }: StoredConnector,
  world: World,
) {
  return {
    id,
    displayName,
    targetUrl,
    authenticationConfiguration: showAuthentication(authentication, world),
  }
}

/** A whole answer with one connector. */
export function showEntity(connector: StoredConnector, world: World, version: GraphVersion) {
  return {
    '@odata.context': metadataContext(version, 'identity/apiConnectors/$entity'),
    ...showConnector(connector, world),
  }
}

function showAuthentication(authentication: StoredAuthentication, world: World) {
  switch (authentication.kind) {
    case 'basic':
      return {
        '@odata.type': '#microsoft.graph.basicAuthentication',
        username: authentication.username,
        ...shownPassword[world.settings.passwordOnRead],
      }
    case 'certificates':
      return {
        '@odata.type': '#microsoft.graph.clientCertificateAuthentication',
        certificateList: showCertificates(authentication.uploadOrder, world),
      }
  }
}

const shownPassword = {
  mask: { password: passwordMask },
  null: { password: null },
  absent: {},
}

function showCertificates(uploadOrder: readonly StoredCertificate[], world: World) {
  const active = findActiveCertificate(uploadOrder, worldNowSeconds(world))
  const shown = uploadOrder.map((certificate) => ({
    thumbprint: certificate.thumbprint,
    notAfter: certificate.notAfter,
    notBefore: certificate.notBefore,
    isActive: certificate === active,
  }))
  return world.settings.certificateOrder === 'upload' ? shown : shown.reverse()
}
