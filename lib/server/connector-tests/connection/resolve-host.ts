/** Asks DNS once for all addresses of a host. */
import 'server-only'
import { lookup, Resolver } from 'node:dns/promises'
import { CallFailure, codeOf } from './call-failure'

export type HostQuestion = {
  readonly host: string
  /** Of a host of the operator's own, which may be in this machine's hosts file only. */
  readonly isLocal: boolean
  readonly limitMs: number
  readonly signal: AbortSignal
}

/** Every address, IPv4 first, at least one; throws a `CallFailure` of the stage `dns`. */
export type ResolveHost = (question: HostQuestion) => Promise<readonly string[]>

/**
 * Asks the servers of this machine, or those given. Not the system's own resolver for the hosts that
 * people type: it has few threads, which slow answers could hold for everybody, and it would try a
 * search list. Each question is asked once and its answer is not kept, so that there is one truth to
 * check and to connect to.
 */
export function createHostResolver(servers?: readonly string[]): ResolveHost {
  return async ({ host, isLocal, limitMs, signal }) => {
    if (isLocal) return lookUp(host)
    const resolver = new Resolver({ timeout: limitMs, tries: 1 })
    if (servers) resolver.setServers(servers)
    const stop = () => resolver.cancel()
    // A server that trickles on keeps Resolver's own timer from firing.
    const timer = setTimeout(stop, limitMs)
    signal.addEventListener('abort', stop, { once: true })
    return askBoth(resolver, host).finally(() => {
      clearTimeout(timer)
      signal.removeEventListener('abort', stop)
    })
  }
}

async function lookUp(host: string): Promise<readonly string[]> {
  const found = await lookup(host, { all: true }).catch((cause: unknown) => {
    throw new CallFailure('hostNotFound', { cause })
  })
  return ipv4First(found.map(({ address }) => address))
}

/** One kind of address is enough, when the other has none or its answer is lost. */
async function askBoth(resolver: Resolver, host: string): Promise<readonly string[]> {
  const answers = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)])
  const addresses = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []))
  if (addresses.length > 0) return ipv4First(addresses)
  throw failureOf(
    answers.map((answer): unknown => (answer.status === 'rejected' ? answer.reason : undefined)),
  )
}

/** Microsoft's services call over IPv4. */
const ipv4First = (addresses: readonly string[]): readonly string[] =>
  [...addresses].sort((one, other) => Number(one.includes(':')) - Number(other.includes(':')))

const timedOut = new Set(['ETIMEOUT', 'ECANCELLED'])
const notThere = new Set(['ENOTFOUND', 'ENODATA'])

function failureOf(causes: readonly unknown[]): CallFailure {
  const codes = causes.map(codeOf)
  const [cause] = causes
  if (codes.some((code) => timedOut.has(code))) return new CallFailure('dnsTimeout', { cause })
  const isMissing = codes.every((code) => code === '' || notThere.has(code))
  return new CallFailure(isMissing ? 'hostNotFound' : 'dnsFailed', { cause })
}
