/** What the bodies of writes must be, beyond the contract that the browser checks as well. */
import 'server-only'
import { z } from 'zod'
import {
  certificateUploadSchema,
  pkcs12CertificateType,
  type CertificateUpload,
} from '@/lib/contract/authentication'
import {
  connectorChangesSchema,
  newConnectorSchema,
  type ConnectorChanges,
} from '@/lib/contract/connector'
import { identifierSchema } from '@/lib/contract/identifiers'
import { maxConnectorBodyBytes, maxUploadBodyBytes } from '@/lib/contract/limits'
import type { BodyFacts } from './request-body'
import { requireUsableCertificate } from '../certificates/usable-certificate'

async function checkCertificateIn({
  authenticationConfiguration: authentication,
}: ConnectorChanges): Promise<BodyFacts> {
  if (authentication?.['@odata.type'] !== pkcs12CertificateType) return {}
  const path = 'authenticationConfiguration.'
  return { certificateThumbprint: await requireUsableCertificate(authentication, path) }
}

export const newConnectorBody = {
  schema: newConnectorSchema,
  maxBytes: maxConnectorBodyBytes,
  check: checkCertificateIn,
}

export const connectorChangesBody = {
  schema: connectorChangesSchema,
  maxBytes: maxConnectorBodyBytes,
  check: checkCertificateIn,
}

export const certificateUploadBody = {
  schema: certificateUploadSchema,
  maxBytes: maxUploadBodyBytes,
  check: async (upload: CertificateUpload) => ({
    certificateThumbprint: await requireUsableCertificate(upload),
  }),
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
