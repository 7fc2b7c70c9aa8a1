/** One call of a target, stage by stage: DNS, TCP, TLS, request, answer. */
import 'server-only'
import type { Socket } from 'node:net'
import type { HeaderPairs, Stage, StageName } from '@/lib/contract/connector-test'
import { CallFailure, type FailureCode } from './connection/call-failure'
import { datesOf, type ClientCertificate } from './connection/client-certificate'
import { exchange, type HttpAnswer } from './connection/http-exchange'
import { createHostResolver, type ResolveHost } from './connection/resolve-host'
import { createStageClock, type StageClock } from './connection/stage-clock'
import { isExempt, requireCallableAddresses, type TargetPolicy } from './target/target-policy'
import type { Target } from './target/target-url'
import { connectTcp } from './connection/tcp-connection'
import { certificateRefusal, isCertificateRefusal } from './connection/tls-failure'
import { connectTls, type Protection } from './connection/tls-connection'
import { isIpAddress } from './target/public-address'

export type CallLimits = {
  readonly dnsMs: number
  readonly tcpMs: number
  readonly tlsMs: number
  readonly totalMs: number
}

/** Azure AD B2C waits 5 to 20 s for an answer, so that nothing is missed after 30 s. */
const usualLimits: CallLimits = { dnsMs: 3_000, tcpMs: 5_000, tlsMs: 5_000, totalMs: 30_000 }

/** The outside world of a call; a test may put another in its place. */
export type CallEnvironment = {
  readonly resolve: ResolveHost
  /** PEM; Node's own authorities when undefined. */
  readonly authorities: string | undefined
  readonly limits: CallLimits
}

export const usualEnvironment: CallEnvironment = {
  resolve: createHostResolver(),
  authorities: undefined,
  limits: usualLimits,
}

export type OutgoingCall = {
  readonly target: Target
  readonly policy: TargetPolicy
  readonly headers: HeaderPairs
  readonly body: string
  readonly clientCertificate: ClientCertificate | undefined
  /** Fires when nobody waits for the result any longer. */
  readonly gone: AbortSignal
}

export type CallReport = {
  readonly stages: readonly Stage[]
  readonly totalMs: number
  readonly protection: Protection | null
} & (
  | { readonly outcome: 'answered'; readonly answer: HttpAnswer }
  | {
      readonly outcome: 'failed'
      readonly failure: { readonly stage: StageName; readonly code: FailureCode }
    }
)

/**
 * Every fault of the target is in the report. Throws only `targetNotAllowed`, for an address that may
 * not be called. The connection is closed when this settles.
 */
export async function callTarget(
  call: OutgoingCall,
  environment: CallEnvironment,
): Promise<CallReport> {
  const clock = createStageClock()
  const startedMs = performance.now()
  const ending = new AbortController()
  const end = () => ending.abort()
  const timer = setTimeout(end, environment.limits.totalMs)
  call.gone.addEventListener('abort', end, { once: true })
  if (call.gone.aborted) end()
  const running: Running = { call, environment, clock, signal: ending.signal, protection: null }
  const common = () => ({
    stages: clock.stages(),
    totalMs: performance.now() - startedMs,
    protection: running.protection,
  })
  try {
    const answer = await run(running)
    clock.end()
    return { outcome: 'answered', answer, ...common() }
  } catch (error) {
    const { code, stage } = failureOf(running, error)
    const failure = { ...clock.fail(stage), code }
    running.protection = withCertain(running.protection, code)
    return { outcome: 'failed', failure, ...common() }
  } finally {
    clearTimeout(timer)
    call.gone.removeEventListener('abort', end)
    end()
  }
}

type Running = {
  readonly call: OutgoingCall
  readonly environment: CallEnvironment
  readonly clock: StageClock
  readonly signal: AbortSignal
  protection: Protection | null
}

async function run(running: Running): Promise<HttpAnswer> {
  const { call, clock, signal } = running
  clock.begin('dns')
  const addresses = await findAddresses(running)
  requireCallableAddresses(call.target, addresses, call.policy)
  clock.begin('tcp')
  const { tcpMs } = running.environment.limits
  const tcp = await connectTcp({ addresses, port: call.target.port, limitMs: tcpMs, signal })
  const socket = await secure(running, tcp)
  clock.begin('waiting')
  const request = {
    origin: `https://${call.target.authority}`,
    path: call.target.path,
    headers: call.headers,
    body: call.body,
    signal,
  }
  return exchange(socket, request, () => clock.begin('download'))
}

async function findAddresses({
  call: { target, policy },
  environment,
  signal,
}: Running): Promise<readonly string[]> {
  const { host } = target
  if (isIpAddress(host)) return [host]
  const isLocal = isExempt(target, policy)
  return environment.resolve({ host, isLocal, limitMs: environment.limits.dnsMs, signal })
}

async function secure(running: Running, tcp: Socket): Promise<Socket> {
  const { call, clock, environment } = running
  clock.begin('tls')
  const outcome = await connectTls({
    tcp,
    host: call.target.host,
    clientCertificate: call.clientCertificate,
    authorities: environment.authorities,
    limitMs: environment.limits.tlsMs,
    onKeysAgreed: () => {
      if (call.clientCertificate) clock.begin('clientCertificate')
    },
  })
  running.protection = outcome.protection
  if (outcome.ok) return outcome.socket
  throw outcome.failure
}

type Fault = { readonly code: FailureCode; readonly stage?: StageName | undefined }

/** Whoever stopped the call is the reason for whatever it failed with. */
function failureOf(running: Running, error: unknown): Fault {
  const { call, clock, signal } = running
  if (!(error instanceof CallFailure)) throw error
  if (call.gone.aborted) return { code: 'cancelled' }
  if (signal.aborted) return { code: timeoutCode[clock.stages().at(-1)?.name ?? 'dns'] }
  return (error.stage ? error : lateRefusal(running, error)) ?? error
}

const timeoutCode: Readonly<Record<StageName, FailureCode>> = {
  dns: 'dnsTimeout',
  tcp: 'connectTimeout',
  tls: 'tlsTimeout',
  clientCertificate: 'tlsTimeout',
  waiting: 'answerTimeout',
  download: 'downloadTimeout',
}

function lateRefusal({ call, clock, protection }: Running, error: CallFailure): Fault | undefined {
  if (!protection || clock.stages().at(-1)?.name !== 'waiting') return undefined
  const dates = datesOf(call.clientCertificate)
  return certificateRefusal(error.cause, { dates, asked: protection.asksForCertificate })
}

/** Who refuses a certificate has asked for one. */
function withCertain(protection: Protection | null, code: FailureCode): Protection | null {
  return protection && isCertificateRefusal(code)
    ? { ...protection, asksForCertificate: true }
    : protection
}
