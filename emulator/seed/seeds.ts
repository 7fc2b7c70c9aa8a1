// The states a world can begin with.
import type { StoredConnector, StoredUserFlow } from '../graph/stored'
import { realNowSeconds, type Seed } from '../world'
import { demoAudits } from './demo-audits'
import { demoConnectors, demoIds } from './demo-connectors'
import { basic, certificates, userFlow } from './seed-parts'

export const seedNames = ['demo', 'empty', 'large'] as const
export type SeedName = (typeof seedNames)[number]
export type SeedSize = { connectors: number; flows: number }

/** Makes the seed; the dates in it are relative to now (real time). */
export function createSeed(name: SeedName, size: SeedSize, tlsUrl: string): Seed {
  switch (name) {
    case 'demo':
      return demoSeed(realNowSeconds(), tlsUrl)
    case 'empty':
      return { connectors: [], flows: [] }
    case 'large':
      return largeSeed(size, tlsUrl)
  }
}

const demoSeed = (now: number, tlsUrl: string): Seed => ({
  connectors: demoConnectors(now, tlsUrl),
  flows: demoFlows(),
  audits: demoAudits(now),
})

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
    userFlow('b2cUserFlows', 'B2C_1_customer-signup-signin', {
      postFederationSignup: demoIds.fraud,
      postAttributeCollection: demoIds.address,
      preTokenIssuance: demoIds.membership,
    }),
    userFlow('b2cUserFlows', 'B2C_1_store-membership', {
      postAttributeCollection: demoIds.legacy,
      preTokenIssuance: demoIds.membership,
    }),
  ]
}

/** Many connectors, half of them with certificates; the service's limit does not apply to such a world. */
function largeSeed({ connectors, flows }: SeedSize, tlsUrl: string): Seed {
  const now = realNowSeconds()
  const made = numbers(connectors).map((number) => largeConnector(number, now, tlsUrl))
  return {
    connectors: made,
    flows: numbers(flows).map((number) => largeFlow(number, made)),
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

function largeFlow(number: number, connectors: readonly StoredConnector[]): StoredUserFlow {
  const attached = connectors[number % Math.max(1, connectors.length)]
  const steps = attached ? { postAttributeCollection: attached.id } : {}
  return userFlow('b2xUserFlows', `B2X_1_flow-${String(number).padStart(3, '0')}`, steps)
}

function largeId(number: number): string {
  return `10000000-0000-4000-8000-${String(number).padStart(12, '0')}`
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_none, index) => index + 1)
}
