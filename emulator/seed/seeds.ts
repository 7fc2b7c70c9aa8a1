// The states a world can begin with.
import type { TenantKind } from '../basics/directories'
import type { FlowKind, StoredConnector, StoredUserFlow } from '../state/stored'
import { realNowSeconds, type Seed } from '../state/world'
import { demoAudits } from './demo-audits'
import { customerConnectors, customerFlows } from './customer-demo'
import { demoConnectors, demoIds } from './demo-connectors'
import { basic, certificates, userFlow } from './seed-parts'

export const seedNames = ['demo', 'empty', 'large'] as const
export type SeedName = (typeof seedNames)[number]
export type SeedSize = { connectors: number; flows: number }

type SeedWish = {
  tenant: TenantKind
  tlsUrl: string
  /** For a large seed. */
  size?: SeedSize
}

/** Makes the seed; the dates in it are relative to now (real time). */
export function createSeed(
  name: SeedName,
  { tenant, tlsUrl, size = { connectors: 0, flows: 0 } }: SeedWish,
): Seed {
  switch (name) {
    case 'demo':
      return demoSeeds[tenant](realNowSeconds(), tlsUrl)
    case 'empty':
      return nothing
    case 'large':
      return largeSeed(size, tlsUrl, tenant === 'b2c' ? 'b2cUserFlows' : 'b2xUserFlows')
  }
}

const nothing: Seed = { connectors: [], flows: [] }

const demoSeeds: Record<TenantKind, (now: number, tlsUrl: string) => Seed> = {
  workforce: (now, tlsUrl) => ({
    connectors: demoConnectors(now, tlsUrl),
    flows: demoFlows(),
    audits: demoAudits(now),
  }),
  b2c: (now, tlsUrl) => ({
    connectors: customerConnectors(now, tlsUrl),
    flows: customerFlows(),
  }),
  external: () => nothing,
}

function demoFlows(): StoredUserFlow[] {
  return [
    userFlow('b2xUserFlows', 'B2X_1_partner-onboarding', {
      postFederationSignup: demoIds.approval,
      postAttributeCollection: demoIds.loyalty,
    }),
    userFlow('b2xUserFlows', 'B2X_1_supplier-registration', {
      postFederationSignup: demoIds.approval,
      postAttributeCollection: demoIds.supplier,
    }),
    userFlow('b2xUserFlows', 'B2X_1_contractors', {
      postFederationSignup: demoIds.invitation,
      postAttributeCollection: demoIds.exportControl,
    }),
    userFlow('b2xUserFlows', 'B2X_1_event-guests', { postAttributeCollection: demoIds.terms }),
    userFlow('b2xUserFlows', 'B2X_1_research-network', {
      postFederationSignup: demoIds.identityProofing,
      postAttributeCollection: demoIds.identityProofing,
    }),
    userFlow('b2xUserFlows', 'B2X_1_pilot'),
    userFlow('b2xUserFlows', 'B2X_1_dealer-portal', {
      postFederationSignup: demoIds.fraud,
      postAttributeCollection: demoIds.membership,
    }),
    userFlow('b2xUserFlows', 'B2X_1_store-staff', {
      postFederationSignup: demoIds.membership,
      postAttributeCollection: demoIds.legacy,
    }),
  ]
}

/** Many connectors, half of them with certificates; the service's limit does not apply to such a world. */
function largeSeed({ connectors, flows }: SeedSize, tlsUrl: string, kind: FlowKind): Seed {
  const now = realNowSeconds()
  const made = numbers(connectors).map((number) => largeConnector(number, now, tlsUrl))
  return {
    connectors: made,
    flows: numbers(flows).map((number) => largeFlow(kind, number, made)),
    settings: { connectorLimit: null },
  }
}

function largeConnector(number: number, now: number, tlsUrl: string): StoredConnector {
  const name = `Connector ${String(number).padStart(5, '0')}`
  return {
    id: largeId(number),
    displayName: name,
    targetUrl: `${tlsUrl}/samples/continue?number=${number}`,
    authentication:
      number % 2 === 0
        ? basic(`svc-${number}`, 'demo-only')
        : certificates(now, { name, from: -365 + (number % 300), to: number % 400 }),
  }
}

function largeFlow(
  kind: FlowKind,
  number: number,
  connectors: readonly StoredConnector[],
): StoredUserFlow {
  const attached = connectors[number % Math.max(1, connectors.length)]
  const steps = attached ? { postAttributeCollection: attached.id } : {}
  const prefix = kind === 'b2cUserFlows' ? 'B2C' : 'B2X'
  return userFlow(kind, `${prefix}_1_flow-${String(number).padStart(3, '0')}`, steps)
}

function largeId(number: number): string {
  return `10000000-0000-4000-8000-${String(number).padStart(12, '0')}`
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_none, index) => index + 1)
}
