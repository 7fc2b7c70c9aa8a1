/** The administrator's own token for Graph. The portal only carries it: Graph decides what it is worth. */
import 'server-only'
import { PortalError } from '@/lib/graph/basics/portal-error'

/** A token grows with the groups and roles of its bearer; all headers together may have 32 KB. In characters. */
const maxTokenLength = 16 * 1024

/** RFC 6750 section 2.1: one space, then a token68. */
const bearer = /^Bearer ([A-Za-z0-9._~+/-]+=*)$/i

/** The one bearer token of a request. */
export function requireBearerToken(headers: Headers): string {
  const token = bearer.exec(headers.get('authorization') ?? '')?.[1]
  if (token && token.length > maxTokenLength) throw new PortalError('tokenTooLarge')
  if (token) return token
  throw new PortalError('unauthenticated', { headers: [['www-authenticate', 'Bearer']] })
}
