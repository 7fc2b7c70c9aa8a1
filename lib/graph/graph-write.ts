/**
 * A write that is seen through: what Graph answered or, when that was lost, what it has left behind.
 * It goes on when the browser has gone.
 */
import type { Sighting } from '@/lib/domain/write-outcome'
import { setTimeout as wait } from 'node:timers/promises'
import { translator } from '@/lib/messages/translator'
import type { Answer } from './basics/answer'
import type { RelayedAnswer } from './graph-answer'
import { askGraph } from './graph-attempts'
import { readList } from './graph-list'
import type { Caller } from './basics/caller'
import { withinWriteLimits, type GraphRequest, type TimeLimits } from './graph-request'
import { PortalError } from './basics/portal-error'

export type GraphWrite = {
  readonly request: GraphRequest
  /** True when it says how things are to be, so that a second one leaves them the same. */
  readonly isRepeatable: boolean
  /**
   * Called before anything is sent: reads what a later look has to be compared with. An answer of
   * Graph's that makes the write pointless, such as 404, is given instead.
   */
  readonly prepare: (reads: Reads) => Promise<Look | Answer>
}

/** Reading within the time of the write. */
export type Reads = {
  readonly one: (path: string) => Promise<RelayedAnswer>
  readonly list: (path: string) => Promise<RelayedAnswer>
}

/** Finds out by reading whether the write has happened; may throw a `PortalError`. */
export type Look = () => Promise<Finding>

export type Finding =
  /** With the answer that was lost, as far as it can be given. */
  { readonly kind: 'happened'; readonly answer: Answer } | { readonly kind: Doubt }

type Doubt = Exclude<Sighting, 'happened' | 'gone'>

/** Answers like Graph, or throws `outcomeUnknown` with what is known. */
export function writeToGraph(caller: Caller, write: GraphWrite): Promise<Answer> {
  return withinWriteLimits(async (limits) => {
    const look = await write.prepare({
      one: (path) => askGraph(caller, { method: 'GET', path }, limits),
      list: (path) => readList({ caller, path, limits }),
    })
    if (typeof look !== 'function') return look
    return seeThrough(write, { send: () => send({ caller, limits, write }), look, limits })
  })
}

type Means = {
  readonly send: () => Promise<Sent>
  readonly look: Look
  readonly limits: TimeLimits
}

/** A repetition is the last attempt: whatever became of the first, things are then as it leaves them. */
async function seeThrough(write: GraphWrite, means: Means, isRepetition = false): Promise<Answer> {
  const sent = await means.send()
  if (sent.kind === 'answered') {
    return isRepetition ? afterRepetition(write, sent.answer) : sent.answer
  }
  const finding = await findOut(write, means)
  if (finding.kind === 'happened') return finding.answer
  const mayRepeat = write.isRepeatable && !isRepetition && isAbsent(finding.kind)
  return mayRepeat ? seeThrough(write, means, true) : unknown(finding.kind, sent)
}

/** True when reading has worked and has not shown what was looked for. */
const isAbsent = (doubt: Doubt) => doubt === 'notSeen' || doubt === 'hidden'

/** A connector that is gone at the second attempt to delete it went with the first. */
const afterRepetition = ({ request }: GraphWrite, answer: Answer): Answer =>
  request.method === 'DELETE' && answer.status === 404 ? { status: 204 } : answer

type Sent =
  | { readonly kind: 'answered'; readonly answer: Answer }
  | { readonly kind: 'lost'; readonly answer?: RelayedAnswer }

type Sending = {
  readonly caller: Caller
  readonly limits: TimeLimits
  readonly write: GraphWrite
}

/** Graph and gateways before it have been seen to answer so after the work was done. */
const doubtfulStatus: readonly number[] = [500, 502, 503, 504]

async function send({ caller, limits, write }: Sending): Promise<Sent> {
  const answer = await askGraph(caller, write.request, limits).catch(onlyIfLost)
  if (answer === undefined) return { kind: 'lost' }
  return doubtfulStatus.includes(answer.status)
    ? { kind: 'lost', answer }
    : { kind: 'answered', answer }
}

function onlyIfLost(error: unknown): undefined {
  const isLost = error instanceof PortalError && error.code === 'outcomeUnknown'
  if (!isLost) throw error
}

/** Graph shows what was made a little later at times, so what is not to be repeated is waited for. */
const pausesMs = [1_000, 2_000, 4_000] as const

async function findOut(write: GraphWrite, { look, limits }: Means): Promise<Finding> {
  let finding = await lookOnce(look)
  if (write.isRepeatable) return finding
  for (const pauseMs of pausesMs) {
    if (finding.kind !== 'notSeen' && finding.kind !== 'notRead') break
    if (performance.now() + pauseMs >= limits.endsAtMs) break
    await wait(pauseMs)
    finding = await lookOnce(look)
  }
  return finding
}

const lookOnce = (look: Look): Promise<Finding> =>
  look().catch((error: unknown): Finding => {
    if (error instanceof PortalError) return { kind: 'notRead' }
    throw error
  })

const translate = translator('api.outcome')

/** Graph's answer, if there is one, is for support; the finding is for the person. */
function unknown(doubt: Doubt, { answer }: { readonly answer?: RelayedAnswer }): never {
  const said = answer?.graph
  const details = [
    { target: 'outcome', code: doubt, message: translate(doubt) },
    ...(said ? [{ target: 'graph', code: said.code ?? null, message: `HTTP ${said.status}` }] : []),
  ]
  throw new PortalError('outcomeUnknown', { details, cause: doubt })
}
