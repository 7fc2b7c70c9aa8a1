type Refusal = { readonly status: number | null; readonly message: string }

/**
 * Whether a refusal to list flows says that there are none of the kind: B2X flows belong to workforce
 * tenants, B2C flows to Azure AD B2C, and not every cloud has the beta version. What the service says
 * then is not documented; a sibling API names the feature that is missing.
 */
export function isKindAbsent({ status, message }: Refusal): boolean {
  if (status === 404) return true
  return status === 403 && /requires feature/i.test(message)
}
