/**
 * One test of an API connector's endpoint: what the browser asks the portal's server to send, and what
 * came of it. Secrets are in the request only; no field of the result can hold one.
 */
import * as z from './z'
import { newAuthenticationSchema } from './authentication'
import { stepSchema } from './identifiers'

/** Workforce tenants call with B2X user flows, Azure AD B2C tenants with B2C user flows. */
export const tenantKindSchema = z.enum(['b2x', 'b2c'])
export type TenantKind = z.infer<typeof tenantKindSchema>

/** Far deeper than claims go; what recurses over JSON would end in an overflow at some 10,000. */
const maxDepth = 32

const childrenOf = (value: unknown): unknown[] =>
  typeof value === 'object' && value !== null ? Object.values(value) : []

function isShallow(value: unknown): boolean {
  let level = [value]
  for (let depth = 0; depth <= maxDepth && level.length > 0; depth += 1) {
    level = level.flatMap(childrenOf)
  }
  return level.length === 0
}

/** The claims that are sent; any JSON object, for a test may also send what Microsoft never would. */
const claimsSchema = z.pipe(
  z.unknown().check(z.refine(isShallow, { abort: true })),
  z.record(z.string(), z.json()),
)
export type Claims = z.infer<typeof claimsSchema>

/** `targetUrl` is only text here: the server says which addresses it does not call, and why. */
export const connectorTestSchema = z.strictObject({
  targetUrl: z
    .string()
    .check(z.minLength(1, 'targetUrlRequired'), z.maxLength(2048, 'targetUrlInvalid')),
  tenantKind: tenantKindSchema,
  step: stepSchema,
  authentication: newAuthenticationSchema,
  body: claimsSchema,
})
export type ConnectorTest = z.infer<typeof connectorTestSchema>

/** In the order in which they happen. `clientCertificate` only when the test has one. */
export const stageNameSchema = z.enum([
  'dns',
  'tcp',
  'tls',
  'clientCertificate',
  'waiting',
  'download',
])
export type StageName = z.infer<typeof stageNameSchema>

/** `ms` is how long the stage took, or until it failed. */
const stageSchema = z.object({ name: stageNameSchema, ms: z.number(), ok: z.boolean() })
export type Stage = z.infer<typeof stageSchema>

/** Names in lower case; a name may come more than once. */
const headerLinesSchema = z.array(z.tuple([z.string(), z.string()]))
export type HeaderPairs = z.infer<typeof headerLinesSchema>

/** Of a certificate that the endpoint showed; dates are epoch seconds, the thumbprint SHA-1 in hex. */
const shownCertificateSchema = z.object({
  subject: z.string(),
  issuer: z.string(),
  thumbprint: z.string(),
  notBefore: z.number(),
  notAfter: z.number(),
})
export type ShownCertificate = z.infer<typeof shownCertificateSchema>

const responseSchema = z.object({
  status: z.int(),
  headers: headerLinesSchema,
  /** As text, what was sent as a secret cut out; shortened to 64 KiB when `isCut`. */
  body: z.string(),
  isCut: z.boolean(),
  /** Of the whole answer's body, in bytes. */
  byteLength: z.int(),
})
export type TestResponse = z.infer<typeof responseSchema>

export const severitySchema = z.enum(['error', 'warning', 'info'])
export type Severity = z.infer<typeof severitySchema>

const findingSchema = z.object({
  /** The name of a rule of the runtime contract (`lib/domain/connector-tests`). */
  rule: z.string(),
  severity: severitySchema,
  /** One English sentence for clients that have no catalogue. */
  message: z.string(),
  /** The values in the rule's text, such as the name of a claim. */
  values: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))),
})
export type Finding = z.infer<typeof findingSchema>

const verdictSchema = z.object({
  /** False when Microsoft would not accept the answer. */
  valid: z.boolean(),
  /** The action that the answer asks for; null when that cannot be told. */
  action: z.nullable(z.string()),
  findings: z.array(findingSchema),
})
export type Verdict = z.infer<typeof verdictSchema>

const failureSchema = z.object({
  stage: stageNameSchema,
  /** A key of the catalogue's `connectorTests.failure` messages. */
  code: z.string(),
  message: z.string(),
})
export type TestFailure = z.infer<typeof failureSchema>

export const connectorTestResultSchema = z.object({
  outcome: z.enum(['answered', 'failed']),
  stages: z.array(stageSchema),
  /** As it was sent, secrets left out. */
  request: z.object({
    method: z.literal('POST'),
    targetUrl: z.string(),
    headers: headerLinesSchema,
    body: claimsSchema,
  }),
  /** How the connection was protected; null when it did not come to that. */
  tls: z.nullable(
    z.object({
      protocol: z.string(),
      cipher: z.string(),
      /** The endpoint's own certificate first. */
      certificates: z.array(shownCertificateSchema),
      /** Whether the endpoint asked for a client certificate; null when that cannot be told. */
      asksForCertificate: z.nullable(z.boolean()),
    }),
  ),
  response: z.nullable(responseSchema),
  failure: z.nullable(failureSchema),
  verdict: z.nullable(verdictSchema),
})
export type ConnectorTestResult = z.infer<typeof connectorTestResultSchema>
