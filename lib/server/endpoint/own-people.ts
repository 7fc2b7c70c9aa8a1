/**
 * What the portal does in its own name, testing endpoints and opening certificate files, it does for its
 * own people only: Graph has accepted their token, which was given to this portal, in its tenant.
 */
import 'server-only'
import { z } from 'zod'
import { graphPaths } from '@/lib/contract/routes'
import type { Answer } from '@/lib/graph/basics/answer'
import type { Caller } from '@/lib/graph/basics/caller'
import { asValue, PortalError } from '@/lib/graph/basics/portal-error'
import { readFromGraph } from '@/lib/graph/graph-attempts'
import type { RelayedAnswer } from '@/lib/graph/graph-answer'
import { translator } from '@/lib/messages/translator'
import type { ReadyConfiguration } from '../configuration/configuration'
import { isAccepted, showsAcceptance } from '../exchange/accepted-tokens'
import { claimsOf } from '../exchange/token-claims'

type Asked = { readonly caller: Caller; readonly configuration: ReadyConfiguration }

/** The cheapest reading that shows what Graph thinks of the token; throws like `readFromGraph`. */
export const askForProof = ({ caller, configuration }: Asked): Promise<RelayedAnswer> =>
  readFromGraph(caller, `${graphPaths.connectors(configuration.graphVersion)}?$top=1`)

/** Throws `foreignToken`. Only of a token that Graph has accepted is it worth asking. */
export function requireOwnToken({ token }: Caller, { signIn, tenantId }: ReadyConfiguration): void {
  const { appid, azp, tid } = claimsOf(token)
  if (!isSameId(appid ?? azp, signIn.clientId)) throw foreign('appid')
  // A tenant that is configured by its domain, or as any, cannot be compared with the claim.
  if (guid.safeParse(tenantId).success && !isSameId(tid, tenantId)) throw foreign('tid')
}

/** Why no file is opened for a caller: Graph's answer or the portal's error; null if nothing is against it. */
export const refusalOfFile = (asked: Asked): Promise<Answer | PortalError | null> =>
  refusalByGraph(asked)
    .then((refusal) => {
      if (!refusal) requireOwnToken(asked.caller, asked.configuration)
      return refusal
    })
    .catch(asValue)

async function refusalByGraph(asked: Asked): Promise<Answer | null> {
  if (isAccepted(asked.caller.token)) return null
  const proof = await askForProof(asked)
  return showsAcceptance(proof) ? null : proof
}

const guid = z.guid()

const isSameId = (claim: string | undefined, id: string) =>
  claim?.toLowerCase() === id.toLowerCase()

const translate = translator('api.foreignToken')

const foreign = (target: 'appid' | 'tid') =>
  new PortalError('foreignToken', { details: [{ target, message: translate(target) }] })
