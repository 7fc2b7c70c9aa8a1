// What had happened at Contoso before: enough for a history to be shown, and some of it too old.
import type { Activity, AuditEntry } from '../state/audit-log'
import { demoIds } from './demo-connectors'

type Event = {
  connector: { id: string; displayName: string }
  activity: Activity
  hoursAgo: number
  failure?: string
}

const membership = { id: demoIds.membership, displayName: 'Membership tier' }
const loyalty = { id: demoIds.loyalty, displayName: 'Loyalty number lookup' }

const events: readonly Event[] = [
  { connector: membership, activity: 'Create Api connector', hoursAgo: 900 },
  { connector: membership, activity: 'Update Api connector', hoursAgo: 122 },
  {
    connector: membership,
    activity: 'Update Api connector',
    hoursAgo: 51,
    failure: 'AADB2C90213',
  },
  { connector: membership, activity: 'Update Api connector', hoursAgo: 50 },
  { connector: loyalty, activity: 'Create Api connector', hoursAgo: 76 },
]

const user = {
  id: 'aaaaaaaa-0001-4000-8000-000000000001',
  displayName: 'User Flow Admin',
  userPrincipalName: 'admin@contoso.example',
}

/** Oldest first; the times are relative to the given moment (epoch seconds). */
export function demoAudits(nowSeconds: number): AuditEntry[] {
  return events.map(({ connector, activity, hoursAgo, failure }, index) => ({
    id: `B2C_5d1f6a53-3a1b-4a0c-8b8e-00000000000${index}`,
    activity,
    timeMs: (nowSeconds - hoursAgo * 3600) * 1000,
    correlationId: `0a3c9b6e-52a5-4f0e-8a0e-00000000000${index}`,
    failure: failure ?? null,
    user,
    ipAddress: '192.0.2.17',
    target: connector,
  }))
}
