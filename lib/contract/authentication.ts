/**
 * How a connector proves itself to the API it calls, in Graph's words. Writing and reading differ:
 * what is written holds a secret, what is read never does (Graph: apiAuthenticationConfigurationBase).
 */
import * as z from './z'
import { listOrEmpty } from './nullable'
import { maxPasswordLength, maxPkcs12Base64Length, maxUsernameLength } from './limits'

export const basicAuthenticationType = '#microsoft.graph.basicAuthentication'
export const pkcs12CertificateType = '#microsoft.graph.pkcs12Certificate'
export const clientCertificateAuthenticationType =
  '#microsoft.graph.clientCertificateAuthentication'

/** The text in Graph's answers in place of a password. Sent back, it would become the password. */
const passwordMask = '******'

/** Microsoft's own samples write the type with and without the leading `#` (Graph: update). */
export const typeName = <Name extends string>(name: `#${Name}`) =>
  z.pipe(
    z.literal([name, name.slice(1) as Name]), // slice keeps the type wide: the rest of the literal
    z.transform(() => name),
  )

const hasNoControlCharacter = (text: string) => !/[\u0000-\u001f\u007f]/.test(text)

/** RFC 7617: the user-id ends at the first colon, so it cannot hold one; no control characters. */
const usernameSchema = z.string().check(
  z.minLength(1, 'usernameRequired'),
  z.maxLength(maxUsernameLength, 'usernameTooLong'),
  z.refine((username) => !username.includes(':'), 'usernameColon'),
  z.refine(hasNoControlCharacter, 'controlCharacter'),
)

const isNoMask = z.refine<string>((password) => password !== passwordMask, 'passwordMask')

const passwordSchema = z
  .string()
  .check(
    z.minLength(1, 'passwordRequired'),
    z.maxLength(maxPasswordLength, 'passwordTooLong'),
    isNoMask,
    z.refine(hasNoControlCharacter, 'controlCharacter'),
  )

const newBasicAuthenticationSchema = z.strictObject({
  '@odata.type': typeName(basicAuthenticationType),
  username: usernameSchema,
  password: passwordSchema,
})

/** `pkcs12Value` is the base64 of the file's bytes; `password` may be empty but must be there. */
export const certificateUploadSchema = z.strictObject({
  pkcs12Value: z.pipe(
    z
      .string()
      .check(
        z.minLength(1, 'certificateRequired'),
        z.maxLength(maxPkcs12Base64Length, 'certificateTooLarge'),
      ),
    z.base64('certificateNotBase64'),
  ),
  password: z.string().check(z.maxLength(maxPasswordLength, 'passwordTooLong'), isNoMask),
})
export type CertificateUpload = z.infer<typeof certificateUploadSchema>

const newCertificateAuthenticationSchema = z.extend(certificateUploadSchema, {
  '@odata.type': typeName(pkcs12CertificateType),
})

export const newAuthenticationSchema = z.discriminatedUnion(
  '@odata.type',
  [newBasicAuthenticationSchema, newCertificateAuthenticationSchema],
  'authenticationTypeInvalid',
)

/** Epoch seconds (Graph: pkcs12CertificateInformation); null for what is none, such as a date in words. */
const momentSchema = z.catch(z.nullable(z.int()), null)

/** One that cannot be read is still one of the connector's certificates. */
export const certificateSchema = z.object({
  thumbprint: z.catch(z.nullish(z.string()), null),
  notBefore: momentSchema,
  notAfter: momentSchema,
  /** Null where Graph says neither. */
  isActive: z.catch(z.nullable(z.boolean()), null),
})
export type ListedCertificate = z.infer<typeof certificateSchema>

/** One of which all is known that its state depends on. */
export type Certificate = ListedCertificate & {
  readonly notBefore: number
  readonly notAfter: number
  readonly isActive: boolean
}

export const isReadable = (certificate: ListedCertificate): certificate is Certificate =>
  certificate.notBefore !== null && certificate.notAfter !== null && certificate.isActive !== null

const basicAuthenticationSchema = z.object({
  '@odata.type': z.literal(basicAuthenticationType),
  username: z.nullish(z.string()),
})

const clientCertificateAuthenticationSchema = z.object({
  '@odata.type': z.literal(clientCertificateAuthenticationType),
  certificateList: listOrEmpty(certificateSchema),
})

/** A type Graph may add one day: shown by its name, never edited. */
const unknownAuthenticationSchema = z.pipe(
  z.object({ '@odata.type': z.nullish(z.string()) }),
  z.transform((value) => ({
    '@odata.type': 'unknown' as const,
    graphType: value['@odata.type'] ?? null,
  })),
)

export const authenticationSchema = z.union([
  basicAuthenticationSchema,
  clientCertificateAuthenticationSchema,
  unknownAuthenticationSchema,
])
export type Authentication = z.infer<typeof authenticationSchema>
