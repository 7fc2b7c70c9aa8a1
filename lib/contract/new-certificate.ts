/** The wishes that an administrator may have for a client certificate made here. */
import * as z from './z'

/** X.520 names hold 64 characters at most (RFC 5280 appendix A.1: ub-common-name). */
const maxNameCharacters = 64

/**
 * Nobody can revoke a self-signed certificate: it ends by itself. Ten years are more than a key of
 * today should serve, so whatever is beyond is a slip of the pen. Three of them may be leap years.
 */
const maxValiditySeconds = (10 * 365 + 3) * 86_400

/** The last second that a certificate can name (RFC 5280 section 4.1.2.5). */
const lastMoment = Date.UTC(9999, 11, 31, 23, 59, 59) / 1000

/** No control characters, and no halves of surrogate pairs, which UTF-8 cannot write. */
const nameSchema = z.string().check(
  z.trim(),
  z.refine((name) => Array.from(name).length <= maxNameCharacters, 'certificateNameTooLong'),
  z.refine((name) => !/[\p{Cc}\p{Cs}]/u.test(name), 'controlCharacter'),
)

const momentSchema = z
  .int('invalidValue')
  .check(z.minimum(0, 'invalidValue'), z.maximum(lastMoment, 'invalidValue'))

/** `notBefore` and `notAfter` are epoch seconds, as in Graph's certificates. */
export const newCertificateSchema = z
  .strictObject({
    commonName: nameSchema.check(z.minLength(1, 'commonNameRequired')),
    organization: z.optional(nameSchema.check(z.minLength(1, 'invalidValue'))),
    country: z.optional(
      z.string().check(z.trim(), z.toUpperCase(), z.regex(/^[A-Z]{2}$/, 'countryInvalid')),
    ),
    keyBits: z.literal([2048, 3072, 4096], 'keyBitsInvalid'),
    notBefore: momentSchema,
    notAfter: momentSchema,
  })
  .check(
    z.refine(({ notBefore, notAfter }) => notAfter > notBefore, {
      error: 'validityEndsBeforeStart',
      path: ['notAfter'],
    }),
    z.refine(({ notBefore, notAfter }) => notAfter - notBefore <= maxValiditySeconds, {
      error: 'validityTooLong',
      path: ['notAfter'],
    }),
  )
export type NewCertificate = z.infer<typeof newCertificateSchema>
