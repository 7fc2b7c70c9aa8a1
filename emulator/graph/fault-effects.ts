// What a fault does to a call: before it is handled, or to the answer that is ready to go out.
import { Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { isText } from '../basics/checks'
import type { Exchange } from './exchange'
import type { Fault, FaultKind } from '../state/faults'
import { problemEnvelope } from './problem'

type Call = { request: FastifyRequest; reply: FastifyReply; exchange: Exchange }

/** Real milliseconds; a call that waits does not keep the process from ending. */
export function pause(delayMs: number): Promise<void> {
  return wait(delayMs, undefined, { ref: false })
}

/** Keeps the call waiting, until its faults are withdrawn at the latest. */
function keepWaiting({ exchange }: Call, { delayMs }: Fault): Promise<void> {
  const options = { ref: false, signal: exchange.world.faultsEnd.signal }
  return wait(delayMs, undefined, options).catch(() => undefined) // withdrawn: no failure
}

/** Spoils the call before anything else looks at it. The reply is sent if the fault answers. */
export async function applyEarlyFault(call: Call): Promise<void> {
  const { fault } = call.exchange
  if (fault && !fault.isApplied) await early[fault.kind](call, fault)
}

/** Spoils the answer of a call that took effect; gives the payload to send instead. */
export async function applyLateFault(call: Call, payload: unknown): Promise<unknown> {
  const { fault } = call.exchange
  return fault?.isApplied ? late[fault.kind](call, fault, payload) : payload
}

const early: Record<FaultKind, (call: Call, fault: Fault) => Promise<void> | void> = {
  delay: keepWaiting,
  reset: cutConnection,
  status: answer,
  html: answer,
  // These spoil an answer, so there must be one first.
  truncate: () => undefined,
  loseResponse: () => undefined,
}

const late: Record<FaultKind, (call: Call, fault: Fault, payload: unknown) => unknown> = {
  delay: (call, fault, payload) => keepWaiting(call, fault).then(() => payload),
  reset: loseAnswer,
  loseResponse: loseAnswer,
  status: replaceAnswer,
  html: replaceAnswer,
  truncate: (call, _fault, payload) => truncate(call, payload),
}

async function answer(call: Call, fault: Fault): Promise<void> {
  await call.reply.send(replaceAnswer(call, fault))
}

/** Puts the fault's status and headers on the reply, and gives its body. */
function replaceAnswer({ reply, exchange }: Call, fault: Fault): string {
  const type = fault.kind === 'html' || isText(fault.body) ? 'text/html' : 'application/json'
  reply.code(fault.status).removeHeader('content-length')
  reply.header('content-type', `${type}; charset=utf-8`).headers({ ...fault.headers })
  return faultBody(fault, exchange)
}

function faultBody({ body, kind, status }: Fault, exchange: Exchange): string {
  if (isText(body)) return body
  if (kind === 'html') {
    return `<!doctype html><title>${status}</title><h1>${status} Bad Gateway</h1>`
  }
  return JSON.stringify(body ?? problemEnvelope(problemOf(status), exchange))
}

function problemOf(status: number): { code: string; message: string } {
  return (
    problems[status] ?? { code: 'AADB2C90063', message: 'There is a problem with the service.' }
  )
}

const problems: Readonly<Record<number, { code: string; message: string }>> = {
  401: { code: 'InvalidAuthenticationToken', message: 'Access token validation failure.' },
  403: { code: 'AADB2C', message: 'Insufficient privileges to complete the operation.' },
  409: {
    code: 'AADB2C95053',
    message:
      'Multiple concurrent writes to the same object detected. Please perform update operations on the same object sequentially.',
  },
  429: { code: 'AADB2C90229', message: 'Too many requests. Please retry later.' },
  503: { code: 'serviceNotAvailable', message: 'The service is temporarily unavailable.' },
}

/** Resets the connection, so that a client sees it broken and not merely closed. */
function cutConnection({ request, reply }: Call): void {
  reply.hijack()
  request.raw.socket.resetAndDestroy()
}

function loseAnswer({ request }: Call): string {
  request.raw.socket.destroy()
  return ''
}

/** Promises the whole body, sends half and breaks off. */
function truncate(call: Call, payload: unknown): Readable | string {
  const whole = Buffer.from(isText(payload) ? payload : '')
  if (whole.length === 0) return loseAnswer(call)
  call.reply.header('content-length', whole.length)
  return Readable.from(breakOff(whole.subarray(0, Math.ceil(whole.length / 2))))
}

async function* breakOff(half: Buffer): AsyncGenerator<Buffer> {
  yield half
  // The half must be on its way before the connection goes, or the client would see a reset.
  await pause(20)
  throw new Error('The emulator broke the answer off, as it was asked to.')
}
