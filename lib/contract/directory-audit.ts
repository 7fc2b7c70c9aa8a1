/** An entry of the directory's own audit log (Graph: directoryAudit). */
import * as z from './z'

const optionalText = z
  .string()
  .nullish()
  .transform((text) => text ?? null)

const initiatorSchema = z
  .object({
    user: z.object({ displayName: optionalText, userPrincipalName: optionalText }).nullish(),
    app: z.object({ displayName: optionalText }).nullish(),
  })
  .nullish()

const targetSchema = z.object({
  id: optionalText,
  modifiedProperties: z.array(z.object({ displayName: optionalText })).nullish(),
})

/** Graph may add other results one day: they are shown as they came. */
const knownResults = ['success', 'failure', 'timeout'] as const
export type AuditResult = (typeof knownResults)[number]

export const directoryAuditSchema = z.object({
  id: z.string(),
  /** Epoch milliseconds; null for a time that cannot be read. */
  activityDateTime: z.string().transform((text) => {
    const time = Date.parse(text)
    return Number.isNaN(time) ? null : time
  }),
  activityDisplayName: z.string(),
  result: optionalText,
  resultReason: optionalText,
  correlationId: optionalText,
  initiatedBy: initiatorSchema,
  targetResources: z
    .array(targetSchema)
    .nullish()
    .transform((targets) => targets ?? []),
})
export type DirectoryAudit = z.infer<typeof directoryAuditSchema>

export const directoryAuditListSchema = z.object({ value: z.array(directoryAuditSchema) })

/** The result as one of those that Graph documents, or null. */
export const auditResult = ({ result }: DirectoryAudit): AuditResult | null =>
  knownResults.find((known) => known === result) ?? null
