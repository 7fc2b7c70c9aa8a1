/** Keeps other sites' pages from using the API through a visitor's browser. */
import 'server-only'
import { PortalError } from '@/lib/graph/basics/portal-error'

/**
 * Browsers say where a request comes from (Fetch Metadata, `Origin`); programs say nothing and pass.
 * The origin is compared with the configured one: what Next believes its own origin to be is always
 * localhost.
 */
export function requireOwnOrigin(headers: Headers, portalOrigin: string): void {
  const site = headers.get('sec-fetch-site')
  const origin = headers.get('origin')
  const isForeign =
    (site !== null && site !== 'same-origin') || (origin !== null && origin !== portalOrigin)
  if (isForeign) throw new PortalError('crossSiteRequest')
}
