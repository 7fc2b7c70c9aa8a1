// Contoso Customers, the tenant in which Contoso's customers sign up: connectors and B2C user flows.
import type { StoredConnector, StoredUserFlow } from '../state/stored'
import { basic, certificates, userFlow } from './seed-parts'

/** Stable ids, so that a link into the demo stays good. */
export const customerIds = {
  loyalty: '7d2b9c40-51f4-4c0e-8d6a-2b7e4f9a2001',
  membership: '7d2b9c40-51f4-4c0e-8d6a-2b7e4f9a2002',
  address: '7d2b9c40-51f4-4c0e-8d6a-2b7e4f9a2003',
  fraud: '7d2b9c40-51f4-4c0e-8d6a-2b7e4f9a2004',
  age: '7d2b9c40-51f4-4c0e-8d6a-2b7e4f9a2005',
  consent: '7d2b9c40-51f4-4c0e-8d6a-2b7e4f9a2006',
  roles: '7d2b9c40-51f4-4c0e-8d6a-2b7e4f9a2007',
  newsletter: '7d2b9c40-51f4-4c0e-8d6a-2b7e4f9a2008',
  migration: 'RestApi_2b1f9d6e-0c57-4f0b-9a43-7c3d5e8f2009',
} as const

/** Dates are relative to the given moment (epoch seconds); some endpoints are the emulator's samples. */
export function customerConnectors(nowSeconds: number, tlsUrl: string): StoredConnector[] {
  return [...basicConnectors(tlsUrl), ...certificateConnectors(nowSeconds, tlsUrl)]
}

function basicConnectors(tlsUrl: string): StoredConnector[] {
  return [
    {
      id: customerIds.loyalty,
      displayName: 'Loyalty points lookup',
      targetUrl: `${tlsUrl}/samples/basic`,
      authentication: basic('sample', 'sample-password'),
    },
    {
      id: customerIds.address,
      displayName: 'Delivery address check',
      targetUrl:
        'https://contoso-shop.azurewebsites.example/api/CheckAddress?code=c2hvcC1kZW1vLWZ1bmN0aW9uLWtleQ==',
      authentication: basic('svc-delivery', 'demo-only-delivery'),
    },
    {
      id: customerIds.consent,
      displayName: 'Marketing consent register',
      targetUrl: 'https://consent.contosocustomers.example/v1/register',
      authentication: basic('svc-consent', 'demo-only-consent'),
    },
    {
      id: customerIds.newsletter,
      displayName: 'Newsletter subscription',
      targetUrl: 'https://news.contosocustomers.example/subscribe',
      authentication: basic('svc-news', 'demo-only-news'),
    },
    {
      id: customerIds.migration,
      displayName: 'Customers of the former shop',
      targetUrl: `${tlsUrl}/samples/slow`,
      authentication: basic('shop', 'demo-only-shop'),
    },
  ]
}

function certificateConnectors(now: number, tlsUrl: string): StoredConnector[] {
  return [
    {
      id: customerIds.membership,
      displayName: 'Membership claims',
      targetUrl: `${tlsUrl}/samples/continue`,
      authentication: certificates(
        now,
        { name: 'claims 1', from: -345, to: 20 },
        { name: 'claims 2', from: -10, to: 355 },
      ),
    },
    {
      id: customerIds.fraud,
      displayName: 'Payment fraud score',
      targetUrl: 'https://score.northwindtraders.example/customers',
      authentication: certificates(now, { name: 'payment fraud', from: -372, to: -7 }),
    },
    {
      id: customerIds.age,
      displayName: 'Proof of age',
      targetUrl: 'https://verify.contosocustomers.example/age',
      authentication: certificates(now, { name: 'age', from: -340, to: 12 }),
    },
    {
      id: customerIds.roles,
      displayName: 'Roles in the partner shop',
      targetUrl: `${tlsUrl}/samples/client-certificate`,
      authentication: certificates(now, { name: 'roles', from: -40, to: 325 }),
    },
  ]
}

export function customerFlows(): StoredUserFlow[] {
  return [
    userFlow('b2cUserFlows', 'B2C_1_customer-signup-signin', {
      postFederationSignup: customerIds.fraud,
      postAttributeCollection: customerIds.address,
      preTokenIssuance: customerIds.membership,
    }),
    userFlow('b2cUserFlows', 'B2C_1_store-membership', {
      postAttributeCollection: customerIds.loyalty,
      preTokenIssuance: customerIds.membership,
    }),
    userFlow('b2cUserFlows', 'B2C_1_partner-shop', {
      postFederationSignup: customerIds.migration,
      preTokenIssuance: customerIds.roles,
    }),
    userFlow('b2cUserFlows', 'B2C_1_age-restricted', {
      postAttributeCollection: customerIds.age,
    }),
    userFlow('b2cUserFlows', 'B2C_1_competition', {
      postFederationSignup: customerIds.consent,
      postAttributeCollection: customerIds.consent,
    }),
    userFlow('b2cUserFlows', 'B2C_1_trial'),
  ]
}
