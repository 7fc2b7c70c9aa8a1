/** What the bodies of writes must be, beyond the contract that the browser checks as well. */
import 'server-only'
import { z } from 'zod'
import { certificateUploadSchema } from '@/lib/contract/authentication'
import { connectorChangesSchema, newConnectorSchema } from '@/lib/contract/connector'
import { identifierSchema } from '@/lib/contract/identifiers'
import { maxConnectorBodyBytes, maxUploadBodyBytes } from '@/lib/contract/limits'

/** A PKCS#12 file is a DER or BER SEQUENCE (RFC 7292 section 4, X.690 section 8.9). */
const sequenceTag = 0x30

const beginsLikePkcs12 = (base64: string) =>
  Buffer.from(base64.slice(0, 4), 'base64')[0] === sequenceTag

type WithAuthentication = {
  readonly authenticationConfiguration?: { readonly pkcs12Value?: unknown } | object | undefined
}

function hasNoForeignFile({ authenticationConfiguration = {} }: WithAuthentication): boolean {
  const value =
    'pkcs12Value' in authenticationConfiguration
      ? authenticationConfiguration.pkcs12Value
      : undefined
  return typeof value !== 'string' || beginsLikePkcs12(value)
}

const notPkcs12 = (path: string[]) => ({ path, message: 'certificateNotPkcs12' })
const nestedFile = ['authenticationConfiguration', 'pkcs12Value']

export const newConnectorBody = {
  schema: newConnectorSchema.refine(hasNoForeignFile, notPkcs12(nestedFile)),
  maxBytes: maxConnectorBodyBytes,
}

export const connectorChangesBody = {
  schema: connectorChangesSchema.refine(hasNoForeignFile, notPkcs12(nestedFile)),
  maxBytes: maxConnectorBodyBytes,
}

export const certificateUploadBody = {
  schema: certificateUploadSchema.refine(
    ({ pkcs12Value }) => beginsLikePkcs12(pkcs12Value),
    notPkcs12(['pkcs12Value']),
  ),
  maxBytes: maxUploadBodyBytes,
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
