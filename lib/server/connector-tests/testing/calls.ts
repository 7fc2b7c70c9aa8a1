/** Calls of servers of this machine, for the tests of what can go wrong. */
import { afterEach, vi } from 'vitest'
import { callTarget, type CallEnvironment, type OutgoingCall } from '../call-target'
import { readTargetUrl } from '../target/target-url'
import { issueCertificate, type Issued } from './certificates'
import type { TestServer } from './servers'

export const authority = issueCertificate({ commonName: 'Test CA', isCa: true })
export const host = 'api.example.com'
export const good = issueCertificate({ commonName: host, issuer: authority })

export const serverOptions = ({ certificate, privateKey }: Issued) => ({
  cert: certificate,
  key: privateKey,
})

const running: TestServer[] = []

export const keep = async (starting: Promise<TestServer>): Promise<TestServer> => {
  const server = await starting
  running.push(server)
  return server
}

afterEach(async () => {
  vi.unstubAllEnvs()
  await Promise.all(running.splice(0).map(({ stop }) => stop()))
})

type Changes = Partial<OutgoingCall> & { readonly host?: string }

// Keys are made on the spot, on a busy machine.
vi.setConfig({ testTimeout: 30_000 })

export const usualLimits = { dnsMs: 30_000, tcpMs: 30_000, tlsMs: 30_000, totalMs: 30_000 }

export const body = '{"email":"kim@fabrikam.example"}'

/** Calls the server by a name that leads to it, trusting the test's authority. */
export function call(
  { port }: Pick<TestServer, 'port'>,
  { host: name = host, ...changes }: Changes = {},
  environment: Partial<CallEnvironment> = {},
) {
  const target = readTargetUrl(`https://${name}:${port}/signup?x=1`)
  const policy = {
    allowedHosts: [target.authority],
    allowedPorts: [443],
    onlyHosts: [],
    blockedHosts: [],
    blockedRanges: [],
    portalOrigin: 'https://portal.example',
  }
  return callTarget(
    {
      target,
      policy,
      headers: [['content-type', 'application/json']],
      body,
      clientCertificate: undefined,
      gone: new AbortController().signal,
      ...changes,
    },
    {
      resolve: async () => ['127.0.0.1'],
      authorities: authority.certificate,
      limits: usualLimits,
      ...environment,
    },
  )
}

export const names = ({ stages }: Awaited<ReturnType<typeof call>>) =>
  stages.map(({ name }) => name)
