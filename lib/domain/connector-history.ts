/** The directory's records about one connector, as its history shows them. */
import { shownName } from './shown-text'
import { auditResult, type DirectoryAudit } from '@/lib/contract/directory-audit'

/** Activities of API connectors (Entra: audit activity reference). Others keep Microsoft's name. */
const activityOf = {
  'create api connector': 'created',
  'update api connector': 'updated',
  'delete api connector': 'deleted',
} as const
export type HistoryActivity = (typeof activityOf)[keyof typeof activityOf]

export type DirectoryEvent = {
  readonly id: string
  /** Epoch seconds; null when Microsoft's time could not be read. */
  readonly at: number | null
  readonly activity: HistoryActivity | null
  /** Microsoft's own name of the activity. */
  readonly activityName: string
  readonly result: ReturnType<typeof auditResult>
  /** Microsoft's own words or code for a failure; for an unknown result, its name. */
  readonly reason: string | null
  /** A person's name, else an app's; null when Microsoft names nobody. */
  readonly by: string | null
  /** The name that the person signs in with, where it says more than `by`. */
  readonly username: string | null
  /** Names of the properties that changed, if Microsoft tells them. */
  readonly changed: readonly string[]
  readonly correlationId: string | null
}

/** The entries about the connector, newest first. */
export function connectorHistory(audits: readonly DirectoryAudit[], id: string): DirectoryEvent[] {
  return audits
    .map((audit) => toEntry(audit, id))
    .toSorted((one, other) => (other.at ?? 0) - (one.at ?? 0))
}

function toEntry(audit: DirectoryAudit, connectorId: string): DirectoryEvent {
  const result = auditResult(audit)
  return {
    id: audit.id,
    at: audit.activityDateTime === null ? null : Math.floor(audit.activityDateTime / 1000),
    activity: findActivity(audit.activityDisplayName),
    activityName: audit.activityDisplayName,
    result,
    reason: reasonOf(audit, result),
    ...initiatorOf(audit),
    changed: changedProperties(audit, connectorId),
    correlationId: audit.correlationId,
  }
}

function findActivity(name: string): HistoryActivity | null {
  const known = Object.entries(activityOf).find(([activity]) => activity === name.toLowerCase())
  return known?.[1] ?? null
}

function reasonOf(
  { result, resultReason }: DirectoryAudit,
  known: DirectoryEvent['result'],
): string | null {
  if (known === 'success') return null
  return resultReason || (known === null ? result : null)
}

function initiatorOf({ initiatedBy }: DirectoryAudit): Pick<DirectoryEvent, 'by' | 'username'> {
  const { user, app } = initiatedBy ?? {}
  if (!user) return { by: filled(app?.displayName), username: null }
  const [name, username] = [filled(user.displayName), filled(user.userPrincipalName)]
  return { by: name ?? username, username: name && username }
}

/** Graph writes empty texts where it knows nothing. */
const filled = (text: string | null | undefined): string | null => shownName(text ?? '') || null

const changedProperties = ({ targetResources }: DirectoryAudit, id: string): string[] => {
  const modified = targetResources
    .filter((target) => target.id === id)
    .flatMap(({ modifiedProperties }) => modifiedProperties ?? [])
  return [...new Set(modified.flatMap(({ displayName }) => displayName ?? []))]
}
