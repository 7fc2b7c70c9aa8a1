// The directory's audit log, as far as API connectors leave traces in it (Graph: directoryAudit).
import { randomUUID } from 'node:crypto'
import type { JWTPayload } from 'jose'
import { isText } from '../basics/checks'
import type { Directory } from '../basics/directories'

export type Activity = 'Create Api connector' | 'Update Api connector' | 'Delete Api connector'

export type AuditedConnector = { id: string; displayName: string }

export type AuditEntry = {
  id: string
  activity: Activity
  /** Epoch milliseconds, by the world's clock. */
  timeMs: number
  correlationId: string
  /** Why it failed; `null` if it did not. */
  failure: string | null
  user: { id: string; displayName: string; userPrincipalName: string }
  ipAddress: string
  /** `null` if there was none, as after a creation that failed. */
  target: AuditedConnector | null
}

/** The part of a world that its log has to know. */
type AuditedWorld = {
  tenant: Pick<Directory, 'kind'>
  audits: AuditEntry[]
  /** Epoch seconds at which the clock stands still; `null` for real time. */
  clockSeconds: number | null
}

type Occurrence = Pick<AuditEntry, 'activity' | 'failure' | 'target' | 'ipAddress'> & {
  claims: JWTPayload
}

/** Adds what somebody did, or tried to do. */
export function recordActivity(world: AuditedWorld, { claims, ...occurrence }: Occurrence): void {
  world.audits.push({
    ...occurrence,
    id: `B2C_${randomUUID()}`,
    correlationId: randomUUID(),
    timeMs: nowMs(world),
    user: {
      id: textClaim(claims, 'oid'),
      displayName: textClaim(claims, 'name'),
      userPrincipalName: textClaim(claims, 'upn'),
    },
  })
}

const nowMs = ({ clockSeconds }: AuditedWorld): number =>
  clockSeconds === null ? Date.now() : clockSeconds * 1000

function textClaim(claims: JWTPayload, name: string): string {
  const value = claims[name]
  return isText(value) ? value : ''
}

const dayMs = 86_400_000

/** Azure AD B2C keeps its events for 7 days, a workforce tenant with a premium licence for 30. */
function retentionDays({ tenant }: AuditedWorld): number {
  return tenant.kind === 'b2c' ? 7 : 30
}

/** The entries that have not been dropped yet, newest first. */
export function keptAudits(world: AuditedWorld): AuditEntry[] {
  const oldestMs = nowMs(world) - retentionDays(world) * dayMs
  const kept = world.audits.filter(({ timeMs }) => timeMs >= oldestMs)
  return kept.sort((one, other) => other.timeMs - one.timeMs)
}
