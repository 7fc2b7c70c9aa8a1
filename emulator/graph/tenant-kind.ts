// A tenant has one kind, and refuses what belongs to another.
import type { World } from '../state/world'
import { GraphProblem } from './problem'
import type { FlowKind } from '../state/stored'

/** A collection below `/identity`. */
export type Collection = 'apiConnectors' | FlowKind

/** Throws the refusal of a tenant that has no such collection. The sentences are quoted by who met them. */
export function requireOffered(world: World, collection: Collection): void {
  const { kind } = world.tenant
  if (kind === 'b2c' && collection === 'b2xUserFlows') throw notForB2c(world)
  if (kind === 'external') refuseInExternalTenant(world)
  if (kind !== 'b2c' && collection === 'b2cUserFlows') throw forB2cOnly(world)
}

function notForB2c({ tenant }: World): GraphProblem {
  return new GraphProblem(
    { status: 403, code: 'AADB2C' },
    `'${tenant.domain}' is an Azure AD B2C directory. Access to this Api can only be made for an Azure AD directory (non b2c).`,
  )
}

function forB2cOnly({ tenant, settings }: World): GraphProblem {
  const status = settings.otherKind
  return new GraphProblem(
    { status, code: status === 403 ? 'AADB2C' : 'AccessDenied_NonB2CTenantNotAllowed' },
    `'${tenant.id}' is not an Azure AD B2C directory. Access to this Api can only be made for an Azure AD B2C directory.`,
  )
}

/** The name of the feature is made up: the sentence was seen at a neighbour of these resources only. */
const externalFeature = 'ExternalIdentitiesApiConnectors'

/** The real answer is written down nowhere, so it is a setting. */
function refuseInExternalTenant({ settings }: World): void {
  switch (settings.externalTenant) {
    case 'empty-200':
      return
    case 'feature-403':
      throw new GraphProblem(
        { status: 403, code: 'AADB2C' },
        `Unauthorized. Access to this Api requires feature: '${externalFeature}'.`,
      )
    case 'missing-404':
      throw new GraphProblem(
        { status: 404, code: 'Request_ResourceNotFound' },
        'The requested resource does not exist in this directory.',
      )
  }
}
