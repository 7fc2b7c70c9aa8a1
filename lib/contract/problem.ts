/** A failure as the wire carries it: Microsoft Graph's error envelope, with the portal's own codes. */
import * as z from './z'

/** The portal's own codes and their HTTP status. Any other code in an answer is Microsoft Graph's. */
export const portalProblemStatus = {
  invalidRequest: 400,
  certificateRefused: 400,
  invalidTargetUrl: 400,
  targetNotAllowed: 400,
  unauthenticated: 401,
  crossSiteRequest: 403,
  foreignToken: 403,
  routeNotAllowed: 404,
  methodNotAllowed: 405,
  payloadTooLarge: 413,
  unsupportedMediaType: 415,
  tooManyTests: 429,
  tokenTooLarge: 431,
  unexpected: 500,
  upstreamUnreachable: 502,
  upstreamInvalid: 502,
  notConfigured: 503,
  tooBusy: 503,
  certificateNotChecked: 503,
  upstreamTimeout: 504,
  outcomeUnknown: 504,
} as const
export type PortalProblemCode = keyof typeof portalProblemStatus

export const problemDetailSchema = z.object({
  /** The property at fault, dotted: `authenticationConfiguration.username`. */
  target: z.nullish(z.string()),
  /**
   * Where the portal found the fault: a key of the catalogue's `validation` messages, or of a
   * `certificateRefused` what is wrong with the file, such as `wrong-password`, and of a
   * `targetNotAllowed` the rule, such as `port`.
   */
  code: z.nullish(z.string()),
  message: z.nullish(z.string()),
})
export type ProblemDetail = z.infer<typeof problemDetailSchema>

const innerErrorSchema = z.looseObject({
  'request-id': z.nullish(z.string()),
  'client-request-id': z.nullish(z.string()),
  correlationId: z.nullish(z.string()),
  date: z.nullish(z.string()),
})

/** Graph spells it `innerError` and `innererror` (Graph: errors). */
export const errorBodySchema = z.object({
  error: z.object({
    code: z.string(),
    message: z.nullish(z.string()),
    innerError: z.nullish(innerErrorSchema),
    innererror: z.nullish(innerErrorSchema),
    details: z.nullish(z.array(problemDetailSchema)),
  }),
})
export type ErrorBody = z.infer<typeof errorBodySchema>
