// The directory's audit log, as far as API connectors leave traces in it (Graph: directoryAudit).
import { randomUUID } from 'node:crypto'
import type { JWTPayload } from 'jose'
import { isText } from '../basics/checks'
import { worldNowSeconds, type World } from './world'

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

type Occurrence = Pick<AuditEntry, 'activity' | 'failure' | 'target' | 'ipAddress'> & {
  claims: JWTPayload
}

/** Adds what somebody did, or tried to do. */
export function recordActivity(world: World, { claims, ...occurrence }: Occurrence): void {
  world.audits.push({
    ...occurrence,
    id: `B2C_${randomUUID()}`,
    correlationId: randomUUID(),
    timeMs: world.clockSeconds === null ? Date.now() : world.clockSeconds * 1000,
    user: {
      id: textClaim(claims, 'oid'),
      displayName: textClaim(claims, 'name'),
      userPrincipalName: textClaim(claims, 'upn'),
    },
  })
}

function textClaim(claims: JWTPayload, name: string): string {
  const value = claims[name]
  return isText(value) ? value : ''
}

const daySeconds = 86_400

/** Azure AD B2C keeps its events for 7 days, a workforce tenant with a premium licence for 30. */
function retentionDays({ tenant }: World): number {
  return tenant.kind === 'b2c' ? 7 : 30
}

/** What has not been dropped yet, newest first. */
export function keptAudits(world: World): AuditEntry[] {
  const oldestMs = (worldNowSeconds(world) - retentionDays(world) * daySeconds) * 1000
  const kept = world.audits.filter(({ timeMs }) => timeMs >= oldestMs)
  return kept.sort((one, other) => other.timeMs - one.timeMs)
}
