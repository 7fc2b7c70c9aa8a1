/** The step that a test begins with: one at which the connector is called, if that is known. */
import type { TenantKind } from '@/lib/contract/connector-test'
import type { UserFlowKind } from '@/lib/contract/identifiers'
import { connectorUsage } from '../user-flows/connector-usage'
import type { UserFlows } from '../user-flows/user-flow'
import type { RequestKind } from './request'

const tenantOf: Readonly<Record<UserFlowKind, TenantKind>> = {
  b2xUserFlows: 'b2x',
  b2cUserFlows: 'b2c',
}

export function defaultKind(
  flows: UserFlows,
  connectorId: string | null,
): Omit<RequestKind, 'preset'> {
  const usage = connectorId === null ? null : connectorUsage(flows, connectorId)
  const place = usage?.kind === 'used' ? usage.places[0] : undefined
  if (place) return { tenantKind: tenantOf[place.kind], step: place.step }
  const hasB2x = flows.flows.some(({ flow }) => flow.kind === 'b2xUserFlows')
  const tenantKind = !hasB2x && flows.flows.length > 0 ? 'b2c' : 'b2x'
  return { tenantKind, step: 'postAttributeCollection' }
}
