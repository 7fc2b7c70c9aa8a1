// What the emulator keeps of connectors and user flows. Of secrets it keeps a SHA-256 only.

export type StoredCertificate = {
  /** SHA-1 of the DER certificate, upper-case hex. */
  thumbprint: string
  /** Epoch seconds. */
  notBefore: number
  /** Epoch seconds. */
  notAfter: number
  /** Of the base64 text as it was sent; `null` for a certificate that came with a seed. */
  pkcs12ValueSha256: string | null
  passwordSha256: string | null
}

export type StoredAuthentication =
  | { kind: 'basic'; username: string; passwordSha256: string }
  | { kind: 'certificates'; uploadOrder: readonly StoredCertificate[] }

export type StoredConnector = {
  id: string
  displayName: string
  targetUrl: string
  authentication: StoredAuthentication
  /** Epoch milliseconds of the real clock; a connector that came with a seed has none. */
  createdAtMs?: number
}

export const steps = [
  'postFederationSignup',
  'postAttributeCollection',
  'preTokenIssuance',
] as const
export type Step = (typeof steps)[number]

export const flowKinds = ['b2xUserFlows', 'b2cUserFlows'] as const
export type FlowKind = (typeof flowKinds)[number]

export type StoredUserFlow = {
  id: string
  kind: FlowKind
  userFlowType: string
  userFlowTypeVersion: number
  /** The id of the connector called at each step. */
  steps: Record<Step, string | null>
}
