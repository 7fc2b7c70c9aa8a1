/** The directory's records about a connector, read once the permission for it is there. */
import useSWR from 'swr'
import { directoryAuditListSchema } from '@/lib/contract/directory-audit'
import { graphPaths } from '@/lib/contract/routes'
import { connectorHistory, type DirectoryEvent } from '@/lib/domain/connector-history'
import { ProblemError } from './calls/problem'
import { useSession } from './session/session'

/** More would not be read by anybody. */
export const mostDirectoryEvents = 100

export type ConnectorHistory =
  | { readonly kind: 'read'; readonly entries: readonly DirectoryEvent[] }
  /** The sign-in did not bring the permission; nothing was asked. */
  | { readonly kind: 'permissionMissing' }

export function useConnectorHistory(id: string) {
  const { auditLog, settings } = useSession()
  return useSWR<ConnectorHistory, ProblemError>(
    graphPaths.connectorAudits(settings.graphVersion, id, mostDirectoryEvents),
    async (path: string): Promise<ConnectorHistory> => {
      if (!(await auditLog.isGranted())) return { kind: 'permissionMissing' }
      const answer = await auditLog.graph({
        method: 'GET',
        path,
        reads: directoryAuditListSchema,
      })
      if (!answer.ok) throw new ProblemError(answer.problem) // SWR learns of failures by exception only
      return { kind: 'read', entries: connectorHistory(answer.value.value, id) }
    },
  )
}
