/**
 * What a token says about its bearer and the application it was given to. The portal cannot check a
 * token that was made for Graph, so its claims are worth something only where Graph has accepted it.
 */
import 'server-only'
import { z } from 'zod'
import { jsonOrNull } from '@/lib/domain/json-or-null'

const claimSchema = z.string().optional().catch(undefined)

const claimsSchema = z
  .object({
    oid: claimSchema,
    tid: claimSchema,
    upn: claimSchema,
    preferred_username: claimSchema,
    unique_name: claimSchema,
    name: claimSchema,
    /** The application of a token of version 1.0, which Graph's are (Entra: access token claims). */
    appid: claimSchema,
    /** The same in a token of version 2.0. */
    azp: claimSchema,
  })
  .catch({})

/** The claims as they came, not fit for a log; none of a token that is no JWT, as some are. */
export function claimsOf(token: string): z.infer<typeof claimsSchema> {
  const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()
  return claimsSchema.parse(jsonOrNull(payload))
}
