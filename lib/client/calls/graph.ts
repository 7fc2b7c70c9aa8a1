/** One request to the portal's own Graph-shaped API: signed, parsed, failing in one shape. */
import { graphProxyRoot } from '@/lib/contract/routes'
import * as z from '@/lib/contract/z'
import { failure, success, type Problem, type Result } from '@/lib/domain/problems/problem'
import { localProblem, readJson } from './problem'
import { sendSigned, type SignedCall, type TokenSource } from './signed-call'
import type { WaitingRoom } from './waiting-room'

export type GraphCall<Value> = Pick<SignedCall, 'method' | 'body' | 'signal'> & {
  /** Below `/api/graph`, as `graphPaths` writes it. */
  readonly path: string
  /** How the answer is read; without it the answer's body is of no interest. */
  readonly reads?: z.Schema<Value>
}

export type GraphClient = <Value>(call: GraphCall<Value>) => Promise<Result<Value>>

/** The server gives up after 20 s for reads and 45 s for writes. */
const deadlineMs = { read: 25_000, write: 50_000 }

/** Pauses of this length and less are the server's business, unseen; longer ones are shown here. */
const unseenPauseSeconds = 2

/** Longer than that nobody looks at a page that waits: it is told as the failure that it is. */
const longestWaitSeconds = 90

const maxWaits = 3

/**
 * A client that takes a fresh token for each call, and goes on by itself when Microsoft asked to wait,
 * which says that it did not act.
 */
export function createGraphClient(token: TokenSource, waitingRoom: WaitingRoom): GraphClient {
  return async (call) => {
    let answer = await sendSigned(token, signedCall(call))
    for (let waits = 0; waits < maxWaits; waits += 1) {
      const seconds = answer.ok ? null : secondsToWait(call, answer.problem)
      if (seconds === null || !(await waitingRoom.wait(seconds))) break
      answer = await sendSigned(token, signedCall(call))
    }
    if (!answer.ok) return answer
    // Without a schema nothing is read.
    return call.reads ? read(call, call.reads, answer.value) : success(undefined as never)
  }
}

/** A 503 says of a write neither that it happened nor that it did not, except the portal's own. */
function secondsToWait(call: GraphCall<unknown>, problem: Problem): number | null {
  const { status, code, retryAfterSeconds: seconds } = problem
  const isUndone = status === 429 || code === 'tooBusy' || (status === 503 && call.method === 'GET')
  return isUndone && seconds !== null && seconds <= longestWaitSeconds ? seconds : null
}

function signedCall({ method, path, body, signal }: GraphCall<unknown>): SignedCall {
  const isRead = method === 'GET'
  return {
    method,
    path,
    body,
    ...(signal && { signal }),
    address: graphProxyRoot + path,
    deadlineMs: isRead ? deadlineMs.read : deadlineMs.write,
    // A read can be repeated, of a write nobody knows whether it happened.
    lostCode: isRead ? 'connectionLost' : 'outcomeUnknown',
    prefer: `wait=${unseenPauseSeconds}`,
  }
}

async function read<Value>(
  { method, path }: GraphCall<Value>,
  schema: z.Schema<Value>,
  answer: Response,
): Promise<Result<Value>> {
  const parsed = z.safeParse(schema, await readJson(answer))
  if (parsed.success) return success(parsed.data)
  return failure(
    localProblem({ method, path }, method === 'GET' ? 'upstreamInvalid' : 'outcomeUnknown'),
  )
}
