/** Which tenant a person is signed in to: its id is known from the sign-in, its name asked for once. */
import { useEffect, useState } from 'react'
import { organizationListSchema } from '@/lib/contract/organization'
import { graphPaths } from '@/lib/contract/routes'
import type { GraphClient } from './calls/graph'
import { useSession } from './session/session'

export type Tenant = {
  readonly id: string
  /** Null where it is not known. */
  readonly name: string | null
}

/**
 * The tenant's name, asked for once in a tab, and only where the token that is there already allows it:
 * nobody is asked to consent for a name. The domain of a user name does not tell it: a guest's is
 * another tenant's.
 */
export function useTenant(): Tenant {
  const { tenantId, graph, mayReadOrganization } = useSession()
  const [name, setName] = useState(() => sessionStorage.getItem(keyOf(tenantId)))
  useEffect(() => {
    if (name !== null) return
    void mayReadOrganization()
      .then((isAllowed) => (isAllowed ? readName(graph, tenantId) : null))
      .then((found) => {
        if (found !== null) {
          sessionStorage.setItem(keyOf(tenantId), found)
          setName(found)
        }
      })
  }, [name, tenantId, graph, mayReadOrganization])
  return { id: tenantId, name }
}

const keyOf = (tenantId: string) => `portal.tenant-name.${tenantId}`

/** A name is a comfort: what keeps it from being read is not worth a notice. */
async function readName(graph: GraphClient, tenantId: string): Promise<string | null> {
  const path = graphPaths.organization()
  const answer = await graph({ method: 'GET', path, reads: organizationListSchema })
  if (!answer.ok) return null
  const own = answer.value.value.find(({ id }) => id === tenantId)
  return own?.displayName || null
}
