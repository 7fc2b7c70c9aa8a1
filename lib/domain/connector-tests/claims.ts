/**
 * The claims that Microsoft sends to an API and takes back from it: Graph's names of user properties,
 * each with where it is documented (Entra: add an API connector; Azure AD B2C: add an API connector,
 * enrich tokens with an API connector).
 */
import type { Step } from '@/lib/contract/identifiers'
import type { TenantKind } from '@/lib/contract/connector-test'

export type KnownClaim = {
  readonly name: string
  /** `attribute` is the person's own; `identity` and `request` are facts that an API cannot change. */
  readonly role: 'attribute' | 'identity' | 'request'
  readonly tenants: readonly TenantKind[]
  readonly steps: readonly Step[]
}

const everywhere = ['b2x', 'b2c'] as const
const b2cOnly = ['b2c'] as const
const everyStep = ['postFederationSignup', 'postAttributeCollection', 'preTokenIssuance'] as const
/** Nobody knows what the sign-up form asks for before it has been filled in. */
const afterForm = ['postAttributeCollection', 'preTokenIssuance'] as const

const afterFederation = { tenants: everywhere, steps: everyStep } as const
const fromForm = {
  role: 'attribute',
  tenants: everywhere,
  steps: afterForm,
} as const

export const knownClaims = [
  { name: 'email', role: 'identity', ...afterFederation },
  { name: 'identities', role: 'identity', ...afterFederation },
  { name: 'displayName', role: 'attribute', ...afterFederation },
  { name: 'givenName', role: 'attribute', ...afterFederation },
  // The samples of the first step write lastName, those of the later steps surname.
  {
    name: 'lastName',
    role: 'attribute',
    tenants: everywhere,
    steps: ['postFederationSignup'],
  },
  { name: 'surname', ...fromForm },
  { name: 'jobTitle', ...fromForm },
  { name: 'streetAddress', ...fromForm },
  { name: 'city', ...fromForm },
  { name: 'postalCode', ...fromForm },
  { name: 'state', ...fromForm },
  { name: 'country', ...fromForm },
  // Enrich tokens: the account exists by then.
  {
    name: 'objectId',
    role: 'identity',
    tenants: b2cOnly,
    steps: ['preTokenIssuance'],
  },
  // Commented out of Entra's page, so only Azure AD B2C is documented to send these two.
  { name: 'step', role: 'request', tenants: b2cOnly, steps: everyStep },
  { name: 'client_id', role: 'request', tenants: b2cOnly, steps: everyStep },
  { name: 'ui_locales', role: 'request', ...afterFederation },
] as const satisfies readonly KnownClaim[]

export type ClaimName = (typeof knownClaims)[number]['name']

export const claimByName = (name: string): KnownClaim | undefined =>
  knownClaims.find((claim) => claim.name === name)

export const isSentAt = ({ tenants, steps }: KnownClaim, tenant: TenantKind, step: Step): boolean =>
  tenants.includes(tenant) && steps.includes(step)

/** The body's `step` (Azure AD B2C: add an API connector; one sample of the last step differs). */
export const stepClaim: Readonly<Record<Step, string>> = {
  postFederationSignup: 'PostFederationSignup',
  postAttributeCollection: 'PostAttributeCollection',
  preTokenIssuance: 'PreTokenIssuance',
}

export type ExtensionName = {
  /** As written: 32 hex digits, with dashes in one published sample; null in the short form. */
  readonly appId: string | null
  readonly attribute: string
}

const withAppId = /^extension_([0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})_(.+)$/i

/** A custom attribute's name taken apart; an answer may leave the app id out. */
export function extensionName(name: string): ExtensionName | null {
  const [, appId, attribute] = withAppId.exec(name) ?? []
  if (appId && attribute) return { appId, attribute }
  const short = /^extension_(.+)$/.exec(name)?.[1]
  return short ? { appId: null, attribute: short } : null
}

/** The short name of a custom attribute, whether its name is written long or short; any other name itself. */
export function claimKey(name: string): string {
  const extension = extensionName(name)
  return extension ? `extension_${extension.attribute}` : name
}
