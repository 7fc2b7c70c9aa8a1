import type { ConnectorTestResult } from '@/lib/contract/connector-test'

/** The result of a test that went well. */
export const resultOf = () =>
  ({
    outcome: 'answered',
    stages: [
      { name: 'dns', ms: 5, ok: true },
      { name: 'waiting', ms: 40, ok: true },
    ],
    request: {
      method: 'POST',
      targetUrl: 'https://api.contoso.example/check',
      headers: [['content-type', 'application/json']],
      body: { email: 'kim@fabrikam.example' },
    },
    tls: null,
    response: {
      status: 200,
      headers: [['content-type', 'application/json']],
      body: '{"version":"1.0.0","action":"Continue","city":"Bergen"}',
      isCut: false,
      byteLength: 55,
    },
    failure: null,
    verdict: { valid: true, action: 'Continue', findings: [] },
  }) satisfies ConnectorTestResult
