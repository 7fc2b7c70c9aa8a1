/** Rules for the bodies of writes, beyond the contract that the browser checks as well. */
import 'server-only'
import { z } from 'zod'
import {
  certificateUploadSchema,
  pkcs12CertificateType,
  typeName,
  type CertificateUpload,
} from '@/lib/contract/authentication'
import {
  connectorChangesSchema,
  newConnectorSchema,
  type ConnectorChanges,
} from '@/lib/contract/connector'
import { identifierSchema } from '@/lib/contract/identifiers'
import { maxConnectorBodyBytes, maxUploadBodyBytes } from '@/lib/contract/limits'
import type { FileInBody } from './request-body'

function fileInConnector({
  authenticationConfiguration: authentication,
}: ConnectorChanges): FileInBody | null {
  if (authentication?.['@odata.type'] !== pkcs12CertificateType) return null
  return { upload: authentication, path: 'authenticationConfiguration.' }
}

const connectorType = typeName('#microsoft.graph.identityApiConnector')

/**
 * Microsoft's SDKs name the type of the entity that they send; the path leaves no doubt about it.
 * Everything else goes on as it came, for the schema to refuse.
 */
const withoutOwnType = z.unknown().transform((given) => {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return given
  const own = Object.entries(given).filter(
    ([name, value]) => name !== '@odata.type' || !connectorType.safeParse(value).success,
  )
  return Object.fromEntries(own)
})

export const newConnectorBody = {
  schema: withoutOwnType.pipe(newConnectorSchema),
  maxBytes: maxConnectorBodyBytes,
  fileIn: fileInConnector,
}

export const connectorChangesBody = {
  schema: withoutOwnType.pipe(connectorChangesSchema),
  maxBytes: maxConnectorBodyBytes,
  fileIn: fileInConnector,
}

export const certificateUploadBody = {
  schema: certificateUploadSchema,
  maxBytes: maxUploadBodyBytes,
  fileIn: (upload: CertificateUpload): FileInBody => ({ upload, path: '' }),
}

/** Whatever root and version a client writes before it, only the connector's id is taken. */
const connectorReference = /^[^?#]{0,512}\/identity\/apiConnectors\/([^/?#]+)$/i

const connectorIdSchema = z
  .string()
  .transform((reference) => connectorReference.exec(reference)?.[1] ?? '')
  .pipe(identifierSchema)

/** The connector that a step is to call; undefined for none (Graph: PUT with an empty object). */
export const stepReferenceBody = {
  schema: z
    .strictObject({ '@odata.id': connectorIdSchema.optional() })
    .transform((reference) => reference['@odata.id']),
  maxBytes: maxConnectorBodyBytes,
}
