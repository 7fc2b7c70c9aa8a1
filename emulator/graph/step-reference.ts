// The body of a `$ref`: which connector it names.
import { isText, parseUrl, type JsonObject } from '../basics/checks'
import { graphRoots } from '../basics/registration'
import type { GraphCall } from './endpoint'
import { badRequest, notFound } from './problem'
import { requireKnownProperties } from './request-body'

/** The id of the connector to attach, or `null` for `{}`, which detaches. Throws for anything else. */
export function readReferencedConnector(
  { world, context }: GraphCall,
  body: JsonObject,
): string | null {
  requireKnownProperties(body, ['@odata.id'], 'odataRef')
  const reference = body['@odata.id']
  if (reference === undefined) return null
  const id = isText(reference) ? findConnectorId(reference, context.addresses.url) : undefined
  if (id === undefined) {
    throw badRequest(
      `The '@odata.id' value ${JSON.stringify(reference)} does not name an API connector.`,
    )
  }
  if (!world.connectors.has(id)) throw notFound(world, 'IdentityApiConnector', id)
  return id
}

/** Reads `{graph root}/{version}/identity/apiConnectors/{id}`; another host or path is refused. */
function findConnectorId(reference: string, ownUrl: string): string | undefined {
  const url = parseUrl(reference)
  const origins = [...graphRoots, ownUrl, ownUrl.replace('//localhost', '//127.0.0.1')]
  if (!url || !origins.includes(url.origin)) return undefined
  const id = /^\/(?:v1\.0|beta)\/identity\/apiConnectors\/([^/]+)$/i.exec(url.pathname)?.[1]
  return id === undefined ? undefined : decodeURIComponent(id)
}
