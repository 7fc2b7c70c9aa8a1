// The connectors of the made-up company Contoso: every state a connector can be in occurs once.
import type { StoredConnector } from '../state/stored'
import { basic, certificates } from './seed-parts'

/** Stable ids, so that a link into the demo stays good. */
export const demoIds = {
  loyalty: '3c5a1f0e-7b1d-4b57-9a55-0d6f0a2c1001',
  approval: '3c5a1f0e-7b1d-4b57-9a55-0d6f0a2c1002',
  address: '3c5a1f0e-7b1d-4b57-9a55-0d6f0a2c1003',
  exportControl: '3c5a1f0e-7b1d-4b57-9a55-0d6f0a2c1004',
  fraud: '3c5a1f0e-7b1d-4b57-9a55-0d6f0a2c1005',
  supplier: '3c5a1f0e-7b1d-4b57-9a55-0d6f0a2c1006',
  membership: '3c5a1f0e-7b1d-4b57-9a55-0d6f0a2c1007',
  invitation: '3c5a1f0e-7b1d-4b57-9a55-0d6f0a2c1008',
  identityProofing: '3c5a1f0e-7b1d-4b57-9a55-0d6f0a2c1009',
  ageCheck: '3c5a1f0e-7b1d-4b57-9a55-0d6f0a2c1010',
  referral: '3c5a1f0e-7b1d-4b57-9a55-0d6f0a2c1011',
  referralStaging: '3c5a1f0e-7b1d-4b57-9a55-0d6f0a2c1012',
  terms: '3c5a1f0e-7b1d-4b57-9a55-0d6f0a2c1013',
  partnerArabic: '3c5a1f0e-7b1d-4b57-9a55-0d6f0a2c1014',
  legacy: 'RestApi_f6e8e73d-6b17-433e-948f-f578f12bd57c',
} as const

/** Dates are relative to the given moment (epoch seconds); some endpoints are the emulator's samples. */
export function demoConnectors(nowSeconds: number, tlsUrl: string): StoredConnector[] {
  return [...basicConnectors(tlsUrl), ...certificateConnectors(nowSeconds, tlsUrl)]
}

function basicConnectors(tlsUrl: string): StoredConnector[] {
  return [
    {
      id: demoIds.loyalty,
      displayName: 'Loyalty number lookup',
      targetUrl: `${tlsUrl}/samples/basic`,
      authentication: basic('sample', 'sample-password'),
    },
    {
      id: demoIds.address,
      displayName: 'Postal address validation',
      targetUrl:
        'https://contoso-signup.azurewebsites.example/api/ValidateAddress?code=aVZ3c0xQbWFkZS11cC1mdW5jdGlvbi1rZXk9PQ==',
      authentication: basic('svc-address', 'demo-only-address'),
    },
    {
      id: demoIds.ageCheck,
      displayName: 'Age verification',
      targetUrl: 'https://verify.contoso.example/v2/age',
      authentication: basic('svc-age', 'demo-only-age'),
    },
    {
      id: demoIds.referral,
      displayName: 'Employee referral check',
      targetUrl: 'https://people.contoso.example/referrals/check',
      authentication: basic('svc-referral', 'demo-only-referral'),
    },
    {
      id: demoIds.referralStaging,
      displayName: 'Employee referral check',
      targetUrl: 'https://people-staging.contoso.example/referrals/check',
      authentication: basic('svc-referral-staging', 'demo-only-staging'),
    },
    {
      id: demoIds.terms,
      displayName:
        'Acceptance of the terms and conditions for distributors, resellers and service partners of Contoso Manufacturing (Europe, Middle East and Africa), including the data processing agreement and the export declaration, replaces the connector of 2023',
      targetUrl: `${tlsUrl}/samples/validation-error`,
      authentication: basic('svc-terms', 'demo-only-terms'),
    },
    {
      id: demoIds.partnerArabic,
      displayName: 'التحقق من بيانات الشريك',
      targetUrl: 'https://partners.contoso.example/ar/verify',
      authentication: basic('svc-partner-ar', 'demo-only-partner'),
    },
    {
      id: demoIds.legacy,
      displayName: 'Legacy CRM lookup',
      targetUrl: `${tlsUrl}/samples/slow`,
      authentication: basic('crm', 'demo-only-crm'),
    },
  ]
}

function certificateConnectors(now: number, tlsUrl: string): StoredConnector[] {
  return [
    {
      id: demoIds.approval,
      displayName: 'Partner approval',
      targetUrl: `${tlsUrl}/samples/client-certificate`,
      authentication: certificates(now, { name: 'approval', from: -65, to: 300 }),
    },
    {
      id: demoIds.exportControl,
      displayName: 'Export control screening',
      targetUrl: 'https://compliance.contoso.example/screening',
      authentication: certificates(now, { name: 'export', from: -359, to: 6 }),
    },
    {
      id: demoIds.fraud,
      displayName: 'Fraud score (Northwind Traders)',
      targetUrl: 'https://api.northwindtraders.example/score/signup',
      authentication: certificates(now, { name: 'fraud', from: -386, to: -21 }),
    },
    {
      id: demoIds.supplier,
      displayName: 'Supplier register',
      targetUrl: 'https://suppliers.contoso.example/register/check',
      authentication: certificates(now, { name: 'supplier', from: 14, to: 379 }),
    },
    {
      id: demoIds.membership,
      displayName: 'Membership tier',
      targetUrl: `${tlsUrl}/samples/continue`,
      authentication: certificates(
        now,
        { name: 'membership 1', from: -340, to: 25 },
        { name: 'membership 2', from: -3, to: 362 },
      ),
    },
    {
      id: demoIds.invitation,
      displayName: 'Invitation code',
      targetUrl: `${tlsUrl}/samples/block`,
      authentication: certificates(
        now,
        { name: 'invitation 1', from: -320, to: 45 },
        { name: 'invitation 2', from: 30, to: 395 },
      ),
    },
    {
      id: demoIds.identityProofing,
      displayName: 'Identity proofing (Fabrikam)',
      targetUrl: 'https://proofing.fabrikam.example/contoso/v1/sessions',
      authentication: certificates(
        now,
        { name: 'proofing 1', from: -400, to: -35 },
        { name: 'proofing 2', from: 3, to: 368 },
      ),
    },
  ]
}
