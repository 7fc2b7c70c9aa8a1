/** A request to Graph with as many attempts as `retry-policy.ts` allows within its time. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Caller } from './basics/caller'
import { relay, type RelayedAnswer } from './graph-answer'
import { ConnectionFailure } from './graph-connection'
import {
  sendToGraph,
  withinReadLimits,
  type GraphAnswer,
  type GraphRequest,
  type TimeLimits,
} from './graph-request'
import { asValue, PortalError } from './basics/portal-error'
import { pauseBeforeNext, type Ending } from './retry-policy'

/** Graph's answer as the browser may see it; throws like `sendToGraph` and `relay`. */
export async function askGraph(
  caller: Caller,
  request: GraphRequest,
  limits: TimeLimits,
): Promise<RelayedAnswer> {
  let isOnNewConnection = false
  for (let count = 1; ; count += 1) {
    const attempt = await tryOnce(caller, { ...request, isOnNewConnection }, limits)
    const pauseMs = pauseBeforeNext(attempt.ending, { request, count, ...caller })
    if (pauseMs === null || !(await pause(pauseMs, limits))) return resultOf(attempt)
    isOnNewConnection = [null, 503].includes(attempt.ending.status)
  }
}

/** One thing, by GET. Lists and writes have their own files. */
export const readFromGraph = (caller: Caller, path: string): Promise<RelayedAnswer> =>
  withinReadLimits(caller, (limits) => askGraph(caller, { method: 'GET', path }, limits))

type Attempt = { readonly ending: Ending; readonly result: RelayedAnswer | PortalError }

const resultOf = ({ result }: Attempt): RelayedAnswer => {
  if (result instanceof PortalError) throw result
  return result
}

async function tryOnce(
  caller: Caller,
  request: GraphRequest,
  limits: TimeLimits,
): Promise<Attempt> {
  const noted = (relayed: RelayedAnswer) => {
    caller.noteAnswer(relayed)
    return relayed
  }
  const answer = await sendToGraph(caller, request, limits).catch(asValue)
  if (answer instanceof PortalError) return { ending: endingWithout(answer), result: answer }
  const result = await relay(request, answer).then(noted, asValue)
  return { ending: endingWith(answer, result), result }
}

function endingWith({ status, headers }: GraphAnswer, result: RelayedAnswer | PortalError): Ending {
  return {
    status,
    isUnsent: false,
    isUnreadable: status < 300 && result instanceof PortalError,
    isFinal: false,
    retryAfter: [headers['retry-after']].flat()[0],
  }
}

function endingWithout({ code, cause }: PortalError): Ending {
  const isUnsent = cause instanceof ConnectionFailure
  return {
    status: null,
    isUnsent,
    isUnreadable: code === 'upstreamInvalid',
    isFinal: code === 'tooBusy' || (isUnsent && cause.isAboutCertificate),
    retryAfter: undefined,
  }
}

/** False, at once, when there would be no time left; false also when the time runs out meanwhile. */
async function pause(ms: number, { deadline, endsAtMs }: TimeLimits): Promise<boolean> {
  if (performance.now() + ms >= endsAtMs) return false
  const isOver = await wait(ms, true, { signal: deadline }).catch(() => false) // given up meanwhile
  return isOver && !deadline.aborted
}
