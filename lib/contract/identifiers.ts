import * as z from './z'

/**
 * Graph's ids are opaque: GUIDs in Microsoft's samples, `RestApi_…` in some tenants, `B2X_1_…` for
 * user flows. What matters here is that one can never change the path it is put into.
 */
export const identifierSchema = z.string().check(
  z.regex(/^[A-Za-z0-9_.-]{1,128}$/, 'identifierInvalid'),
  z.refine((id) => id !== '.' && id !== '..', 'identifierInvalid'),
)

export const graphVersionSchema = z.enum(['v1.0', 'beta'])
export type GraphVersion = z.infer<typeof graphVersionSchema>

/** The step of a user flow at which a connector is called (Graph: userFlowApiConnectorConfiguration). */
export const stepSchema = z.enum([
  'postFederationSignup',
  'postAttributeCollection',
  'preTokenIssuance',
])
export type Step = z.infer<typeof stepSchema>

/** B2X flows belong to workforce tenants, B2C flows to Azure AD B2C (Graph beta only). */
export const userFlowKindSchema = z.enum(['b2xUserFlows', 'b2cUserFlows'])
export type UserFlowKind = z.infer<typeof userFlowKindSchema>
