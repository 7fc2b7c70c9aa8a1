/** An entry of the directory's own audit log (Graph: directoryAudit). */
import { listOrEmpty, textOrNull } from './nullable'
import * as z from './z'

const initiatorSchema = z.nullish(
  z.object({
    user: z.nullish(z.object({ displayName: textOrNull, userPrincipalName: textOrNull })),
    app: z.nullish(z.object({ displayName: textOrNull })),
  }),
)

const targetSchema = z.object({
  id: textOrNull,
  modifiedProperties: z.nullish(z.array(z.object({ displayName: textOrNull }))),
})

/** Graph may add other results one day: they are shown as they came. */
const knownResults = ['success', 'failure', 'timeout'] as const
export type AuditResult = (typeof knownResults)[number]

export const directoryAuditSchema = z.object({
  id: z.string(),
  /** Epoch milliseconds; null for a time that cannot be read. */
  activityDateTime: z.pipe(
    z.string(),
    z.transform((text) => {
      const time = Date.parse(text)
      return Number.isNaN(time) ? null : time
    }),
  ),
  activityDisplayName: z.string(),
  result: textOrNull,
  resultReason: textOrNull,
  correlationId: textOrNull,
  initiatedBy: initiatorSchema,
  targetResources: listOrEmpty(targetSchema),
})
export type DirectoryAudit = z.infer<typeof directoryAuditSchema>

export const directoryAuditListSchema = z.object({ value: z.array(directoryAuditSchema) })

/** The result as one of those that Graph documents, or null. */
export const auditResult = ({ result }: DirectoryAudit): AuditResult | null =>
  knownResults.find((known) => known === result) ?? null
