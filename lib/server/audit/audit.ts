/** One line in the audit log for each write that the portal undertakes. */
import 'server-only'
import { z } from 'zod'
import { identifierSchema } from '@/lib/contract/identifiers'
import type { PortalProblemCode } from '@/lib/contract/problem'
import { actorOf, nobody } from './actor'
import type { Answer } from '@/lib/graph/basics/answer'
import { printableOrNull, type AuditOutcome, type AuditRecord } from './audit-record'
import type { Exchange } from '../exchange/exchange'
import type { ReadyConfiguration } from '../configuration/configuration'
import { parseJson } from '@/lib/graph/basics/json'
import { traceOf } from '../process/error-trace'
import { auditLog, log } from '../process/log'
import { PortalError } from '@/lib/graph/basics/portal-error'
import { sourceAddressOf } from './source-address'

/** The words of an endpoint about a write; what does not apply is left out. */
export type AuditSubject = Pick<AuditRecord, 'action' | 'graphVersion'> &
  Partial<Pick<AuditRecord, 'connectorId' | 'flowKind' | 'flowId' | 'step' | 'fields'>>

export type AuditedAttempt = {
  readonly exchange: Exchange
  readonly token: string
  readonly configuration: ReadyConfiguration
  readonly subject: AuditSubject
  /** Of the file in the body, if there is one. */
  readonly certificateThumbprint?: string | null
}

/** Records the work, whatever comes of it; what comes of the record changes nothing for the caller. */
export async function audited(attempt: AuditedAttempt, work: Promise<Answer>): Promise<Answer> {
  const ending = work.then(
    (answer) => endingOfAnswer(attempt.subject, answer),
    (error: unknown) => endingOfError(attempt.subject, error),
  )
  await ending
    .then((known) => {
      record(attempt, known)
    })
    .catch((error: unknown) => {
      log().error({ requestId: attempt.exchange.requestId, auditError: traceOf(error) })
    })
  return work
}

/** The dotted names of what a body holds. The name of a type is no property. */
export const fieldNames = (body: object): string[] =>
  Object.entries(body).flatMap(([name, value]: [string, unknown]) => {
    if (name === '@odata.type') return []
    const inner = typeof value === 'object' && value !== null ? fieldNames(value) : null
    return inner ? inner.map((innerName) => `${name}.${innerName}`) : [name]
  })

const methodSchema = z.enum(['POST', 'PATCH', 'PUT', 'DELETE'])

type Ending = Pick<
  AuditRecord,
  'outcome' | 'status' | 'graphStatus' | 'code' | 'graphRequestId' | 'connectorId'
>

function record(
  { exchange, token, configuration, subject, certificateThumbprint }: AuditedAttempt,
  ending: Ending,
) {
  const line: AuditRecord = {
    event: 'audit',
    version: 1,
    ...(ending.graphStatus === 401 ? nobody : actorOf(token)),
    action: subject.action,
    method: methodSchema.parse(exchange.request.method),
    graphVersion: subject.graphVersion,
    flowKind: subject.flowKind ?? null,
    flowId: subject.flowId ?? null,
    step: subject.step ?? null,
    fields: subject.fields ?? [],
    certificateThumbprint: certificateThumbprint ?? null,
    ...ending,
    durationMs: Math.round(performance.now() - exchange.startedMs),
    requestId: exchange.requestId,
    clientRequestId: exchange.clientRequestId,
    sourceAddress: sourceAddressOf(exchange.request.headers, configuration),
  }
  auditLog().info(line)
}

async function endingOfAnswer(subject: AuditSubject, answer: Answer): Promise<Ending> {
  const { status, graph } = answer
  return {
    outcome: status < 300 ? 'succeeded' : 'refused',
    status,
    graphStatus: graph?.status ?? null,
    code: printableOrNull(graph?.code),
    graphRequestId: printableOrNull(graph?.requestId),
    connectorId: subject.connectorId ?? (await createdId(answer)),
  }
}

const createdSchema = z.object({ id: identifierSchema })

async function createdId({ status, body }: Answer): Promise<string | null> {
  if (status !== 201 || !(body instanceof ArrayBuffer)) return null
  const created = createdSchema.safeParse(await parseJson(body).catch(() => undefined))
  return created.data?.id ?? null
}

/** Any other code leaves the outcome unknown: once a write is under way, only these are certain. */
const certainOutcomes: Partial<Record<PortalProblemCode, AuditOutcome>> = {
  upstreamUnreachable: 'notSent',
  foreignToken: 'refused',
  // Of a write that was sent it would be `outcomeUnknown`: a reading before it took too long.
  upstreamTimeout: 'notSent',
  tooBusy: 'notSent',
  upstreamInvalid: 'refused',
}

function endingOfError(subject: AuditSubject, error: unknown): Ending {
  const problem = error instanceof PortalError ? error : new PortalError('unexpected')
  return {
    outcome: certainOutcomes[problem.code] ?? 'unknown',
    status: problem.status,
    graphStatus: null,
    code: problem.code,
    graphRequestId: null,
    connectorId: subject.connectorId ?? null,
  }
}
