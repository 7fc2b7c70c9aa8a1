/** Runs one test of a connector's endpoint and tells what came of it, without its secrets. */
import 'server-only'
import { pkcs12CertificateType } from '@/lib/contract/authentication'
import type {
  ConnectorTest,
  ConnectorTestResult,
  HeaderPairs,
  TestFailure,
} from '@/lib/contract/connector-test'
import { maskUrlSecrets } from '@/lib/domain/endpoint-url'
import { translator } from '@/lib/messages/translator'
import { callTarget, type CallEnvironment, type CallReport } from './call-target'
import { datesOf, openClientCertificate } from './connection/client-certificate'
import { readAnswer, responseOf, verdictOf, type Circumstances } from './shown-answer'
import { createMask, type Mask } from '@/lib/graph/sent-secrets'
import { requireCallableTarget, type TargetPolicy } from './target/target-policy'
import type { Target } from './target/target-url'

const translate = translator('connectorTests.failure')

export type TestRun = {
  readonly test: ConnectorTest
  /** As `test.targetUrl` reads. */
  readonly target: Target
  readonly policy: TargetPolicy
  /** Fires when nobody waits for the result any longer. */
  readonly gone: AbortSignal
}

/** Throws `targetNotAllowed`, or what is wrong with the certificate file; nothing was called then. */
export async function runConnectorTest(
  run: TestRun,
  environment: CallEnvironment,
): Promise<ConnectorTestResult> {
  const { test, target, policy, gone } = run
  requireCallableTarget(target, policy)
  const authentication = authenticationOf(test)
  const clientCertificate =
    authentication.upload && (await openClientCertificate(authentication.upload))
  const report = await callTarget(
    {
      target,
      policy,
      headers: [...plainHeaders, ...authentication.headers],
      body: JSON.stringify(test.body),
      clientCertificate,
      gone,
    },
    environment,
  )
  const mask = createMask({ ...authentication, query: queryOf(target) })
  return describe(test, { ...report, certificateDates: datesOf(clientCertificate) }, mask)
}

type DatedReport = CallReport & Pick<Circumstances, 'certificateDates'>

const plainHeaders: HeaderPairs = [
  ['content-type', 'application/json'],
  ['accept', 'application/json'],
  // What came compressed would have to be unpacked, and nobody knows how large it becomes.
  ['accept-encoding', 'identity'],
  ['user-agent', 'api-connectors-portal'],
]

const hiddenCredentials: HeaderPairs[number] = ['authorization', 'Basic •••']

const queryOf = ({ path }: Target) => path.slice(path.indexOf('?') + 1 || path.length)

/** RFC 7617 section 2.1: user name and password in UTF-8, in base64. */
function authenticationOf({ authentication }: ConnectorTest) {
  if (authentication['@odata.type'] === pkcs12CertificateType) {
    const { password } = authentication
    const headers: HeaderPairs = []
    return { headers, upload: authentication, passwords: [password], credentials: undefined }
  }
  const { username, password } = authentication
  const credentials = `${username}:${password}`
  const encoded = Buffer.from(credentials).toString('base64')
  const headers: HeaderPairs = [['authorization', `Basic ${encoded}`]]
  return { headers, upload: undefined, passwords: [password], credentials }
}

function describe(test: ConnectorTest, report: DatedReport, mask: Mask): ConnectorTestResult {
  const read = report.outcome === 'answered' ? readAnswer(report.answer, mask) : null
  const hasCredentials = test.authentication['@odata.type'] !== pkcs12CertificateType
  return {
    outcome: report.outcome,
    stages: [...report.stages],
    request: {
      method: 'POST',
      targetUrl: maskUrlSecrets(test.targetUrl),
      headers: hasCredentials ? [...plainHeaders, hiddenCredentials] : plainHeaders,
      body: test.body,
    },
    tls: report.protection,
    response: read && responseOf(read),
    failure: report.outcome === 'failed' ? failureOf(report) : null,
    verdict: read && verdictOf(test, { read, ...circumstancesOf(report) }, mask),
  }
}

const circumstancesOf = ({
  totalMs,
  protection,
  certificateDates,
}: DatedReport): Circumstances => ({
  totalMs,
  // An endpoint that did not ask has not seen the certificate.
  certificateDates: protection?.asksForCertificate === false ? null : certificateDates,
  tlsProtocol: protection?.protocol ?? null,
})

const failureOf = ({
  failure: { stage, code },
}: Extract<CallReport, { outcome: 'failed' }>): TestFailure => ({
  stage,
  code,
  message: translate(code),
})
