/** Who a token says is calling, for the audit log: believed only of a token that Graph has accepted. */
import 'server-only'
import { printableOrNull, type Actor } from './audit-record'
import { isAccepted } from '../exchange/accepted-tokens'
import { claimsOf } from '../exchange/token-claims'

export const nobody: Actor = {
  actorId: null,
  actorTenantId: null,
  actorUsername: null,
  actorName: null,
}

/** The person, if Graph has accepted this very token, now or earlier in this process. */
export function actorOf(token: string): Actor {
  if (!isAccepted(token)) return nobody
  const { oid, tid, upn, preferred_username, unique_name, name } = claimsOf(token)
  return {
    actorId: printableOrNull(oid),
    actorTenantId: printableOrNull(tid),
    actorUsername: printableOrNull(upn ?? preferred_username ?? unique_name),
    actorName: printableOrNull(name),
  }
}
