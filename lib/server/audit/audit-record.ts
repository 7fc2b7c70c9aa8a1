/**
 * A line of the audit log: who changed what, through this portal, and what came of it. Every line has
 * every property; null stands for what is not known or does not apply. `docs/audit-log.md` shows the
 * descriptions below as a table, which a test compares with them.
 */
import 'server-only'
import { z } from 'zod'
import {
  graphVersionSchema,
  identifierSchema,
  stepSchema,
  userFlowKindSchema,
} from '@/lib/contract/identifiers'
import type { Schema } from '@/lib/contract/z'

/** Longer values of Graph, of tokens or of proxies are cut. In characters. */
const maxTextLength = 256

/** Whatever breaks a line somewhere, or turns the direction of what follows. */
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

/** A text from outside as the log may hold it: on one line, of a bounded length. */
export const printable = (text: string): string =>
  text.slice(0, maxTextLength).replaceAll(unprintable, '\uFFFD')

export const printableOrNull = (text: string | undefined): string | null =>
  text === undefined ? null : printable(text)

const textSchema = z.string().refine((text) => text === printable(text))

const orNull = <Of extends Schema>(schema: Of) => z.nullable(schema)

const auditActionSchema = z.enum([
  'createConnector',
  'updateConnector',
  'uploadCertificate',
  'deleteConnector',
  'attachConnector',
  'detachConnector',
])

const auditOutcomeSchema = z.enum(['succeeded', 'refused', 'unknown', 'notSent'])
export type AuditOutcome = z.infer<typeof auditOutcomeSchema>

const what = {
  action: auditActionSchema.describe('what was asked for'),
  method: z.enum(['POST', 'PATCH', 'PUT', 'DELETE']).describe('method of the request to Graph'),
  graphVersion: z.enum(graphVersionSchema.options).describe('version of Graph that was asked'),
  connectorId: orNull(identifierSchema).describe(
    'the connector; null if its creation did not succeed, and when a step is cleared',
  ),
  flowKind: orNull(userFlowKindSchema).describe('of a step that was changed: the kind of its flow'),
  flowId: orNull(identifierSchema).describe('the user flow'),
  step: orNull(stepSchema).describe('the step of the user flow'),
  fields: z
    .array(textSchema)
    .describe('dotted names of the properties that the request wrote; never a value'),
  certificateThumbprint: orNull(z.string().regex(/^[0-9A-F]{40}$/)).describe(
    'SHA-1 of the certificate in the file that was sent',
  ),
}

const result = {
  outcome: auditOutcomeSchema.describe('what came of it, see below'),
  status: z.int().describe('HTTP status that the portal answered'),
  graphStatus: orNull(z.int()).describe('HTTP status that Graph answered'),
  code: orNull(textSchema).describe("Graph's error code, or the portal's own"),
  durationMs: z.int().min(0).describe('milliseconds from the request to the answer'),
}

const actor = {
  actorId: orNull(textSchema).describe('`oid` of the token: the object ID of the person'),
  actorTenantId: orNull(textSchema).describe("`tid` of the token: the person's tenant"),
  actorUsername: orNull(textSchema).describe('`upn`, `preferred_username` or `unique_name`'),
  actorName: orNull(textSchema).describe("`name` of the token: the person's display name"),
}

export const auditRecordSchema = z.strictObject({
  level: z.literal('info').describe('the same in every line'),
  time: z.iso.datetime().describe('when the answer was ready (UTC)'),
  event: z.literal('audit').describe('tells these lines from those of the request log'),
  version: z.literal(1).describe('of this schema; it grows when a property changes its meaning'),
  ...actor,
  ...what,
  ...result,
  requestId: z.guid().describe("the portal's own id of the request, also in the request log"),
  clientRequestId: z.guid().describe('`client-request-id`, which Graph logs as well'),
  graphRequestId: orNull(textSchema).describe('`request-id` of Graph, for its support'),
  sourceAddress: orNull(textSchema).describe('IP address of the caller, see below'),
})

/** The line that the portal writes; the log itself adds `level` and `time`. */
export type AuditRecord = Omit<z.infer<typeof auditRecordSchema>, 'level' | 'time'>

export type Actor = Pick<AuditRecord, keyof typeof actor>
