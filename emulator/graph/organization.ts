// The tenant itself (Graph: List organization). With User.Read these properties are all that is shown.
import { metadataContext } from './connector-output'
import { addResource, type Answer, type GraphApp, type GraphCall } from './endpoint'
import { badRequest } from './problem'

export function addOrganizationRoutes(graph: GraphApp): void {
  addResource(graph, '/organization', {
    GET: { anyOf: ['User.Read'], service: 'directory', answer: showOrganization },
  })
}

function showOrganization({ world, version, query }: GraphCall): Answer {
  const shown = organizationOf(world.tenant)
  const names = (query.get('$select') ?? '').split(',').filter((name) => name !== '')
  const unknown = names.find((name) => !(name in shown))
  if (unknown !== undefined) {
    throw badRequest(`Could not find a property named '${unknown}' on type 'organization'.`)
  }
  const selected = Object.entries(shown).filter(
    ([name]) => names.length === 0 || names.includes(name),
  )
  const list = names.length === 0 ? '' : `(${names.join(',')})`
  return {
    status: 200,
    body: {
      '@odata.context': metadataContext(version, `organization${list}`),
      value: [Object.fromEntries(selected)],
    },
  }
}

function organizationOf({ id, displayName, domain }: GraphCall['world']['tenant']) {
  const verified = { capabilities: 'Email, OfficeCommunicationsOnline', type: 'Managed' }
  return {
    id,
    displayName,
    verifiedDomains: [{ ...verified, isDefault: true, isInitial: true, name: domain }],
  }
}
