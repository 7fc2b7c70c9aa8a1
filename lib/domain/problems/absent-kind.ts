/** How a tenant says that it is of another kind than the one that was asked for. */

type Refusal = { readonly status: number | null; readonly code: string; readonly message: string }

/** The one code that means nothing else (Graph: High Scale Compatibility troubleshooting). */
const notB2cCode = 'AccessDenied_NonB2CTenantNotAllowed'

/**
 * The sentences of the refusals: B2X flows belong to workforce tenants, B2C flows to Azure AD B2C. Their
 * other code, `AADB2C`, is also that of a missing permission or role, and tells nothing.
 */
const ofAnotherKind = /is (?:not )?an Azure AD B2C directory|can only be made for an Azure AD/i

/** The sentence of a gated feature: an external tenant has neither connectors nor such flows. */
const isFeatureMissing = ({ message }: Refusal): boolean => /requires feature/i.test(message)

/** Whether a refusal says that the tenant is of another kind. */
export function isOfAnotherKind(refusal: Refusal): boolean {
  const { status, code, message } = refusal
  if (code === notB2cCode) return true
  if (status !== 400 && status !== 403) return false
  return ofAnotherKind.test(message) || isFeatureMissing(refusal)
}

/** Whether a refusal says that the tenant is an external one. */
export const isExternalTenant = (refusal: Refusal): boolean =>
  isOfAnotherKind(refusal) && isFeatureMissing(refusal)

/**
 * Whether a refusal to list flows says that there are none of the kind. Not every cloud has the beta
 * version, in which B2C flows are: that is a 404.
 */
export const isKindAbsent = (refusal: Refusal): boolean =>
  refusal.status === 404 || isOfAnotherKind(refusal)
