/** The body that Microsoft posts to an API, for made-up people. Claims without value are absent. */
import type { Claims, TenantKind } from '@/lib/contract/connector-test'
import type { Step } from '@/lib/contract/identifiers'
import { isSentAt, knownClaims, stepClaim } from './claims'

export const presets = ['socialAccount', 'localAccount', 'missingClaims', 'nonLatinNames'] as const
export type Preset = (typeof presets)[number]

export type RequestKind = {
  readonly tenantKind: TenantKind
  readonly step: Step
  readonly preset: Preset
}

/** The steps that a tenant's user flows have (Graph beta metadata: the last is B2C's only). */
export const stepsOfTenant: Readonly<Record<TenantKind, readonly Step[]>> = {
  b2x: ['postFederationSignup', 'postAttributeCollection'],
  b2c: ['postFederationSignup', 'postAttributeCollection', 'preTokenIssuance'],
}

/** Made up, like the rest; 32 hex digits as in Entra's samples. Yours is in the tenant's own app. */
const extensionsAppId = '7c4f0a1d2e3b4c5d8e9f0a1b2c3d4e5f'

const attributes = {
  displayName: 'Kim Lindqvist',
  givenName: 'Kim',
  surname: 'Lindqvist',
  jobTitle: 'Buyer',
  streetAddress: '12 Harbour Road',
  city: 'Oslo',
  postalCode: '0150',
  state: 'Oslo',
  country: 'Norway',
}

type Person = {
  readonly email: string
  readonly attributes: Partial<typeof attributes>
  readonly locale: string
  readonly isLocal: boolean
}

const kim: Person = { email: 'kim@fabrikam.example', attributes, locale: 'en-US', isLocal: false }

const people: Readonly<Record<Preset, Person>> = {
  socialAccount: kim,
  localAccount: { ...kim, isLocal: true },
  missingClaims: { ...kim, attributes: { givenName: 'Kim', country: 'Norway' } },
  nonLatinNames: {
    email: 'sato.misaki@fabrikam.example',
    attributes: {
      displayName: '佐藤 美咲',
      givenName: '美咲',
      surname: '佐藤',
      jobTitle: 'Einkäuferin',
      streetAddress: 'شارع النيل ١٢',
      city: 'Łódź',
      postalCode: '〒100-0001',
      state: 'Αττική',
      country: '日本',
    },
    locale: 'ja-JP',
    isLocal: false,
  },
}

/**
 * The documented body for a step and a kind of tenant, in the order of Microsoft's samples.
 * `client_id` and `objectId` are GUIDs made up once.
 */
export function buildClaims({ tenantKind, step, preset }: RequestKind): Claims {
  const person = people[preset]
  const values = valuesOf(person, { tenantKind, step })
  const sent = knownClaims
    .filter((claim) => isSentAt(claim, tenantKind, step))
    .flatMap(({ name }) => {
      const value = values[name]
      return value === undefined ? [] : [[name, value] as const]
    })
  return Object.fromEntries(withCustomAttribute(sent, step, preset))
}

type Entry = readonly [name: string, value: Claims[string]]

/** Custom attributes come from the form too, and stand before what tells about the request. */
function withCustomAttribute(sent: readonly Entry[], step: Step, preset: Preset): Entry[] {
  if (step === 'postFederationSignup' || preset === 'missingClaims') return [...sent]
  const end = sent.findIndex(([name]) => ['objectId', 'step', 'ui_locales'].includes(name))
  const custom: Entry = [`extension_${extensionsAppId}_LoyaltyId`, 'A-1042']
  return [...sent.slice(0, end), custom, ...sent.slice(end)]
}

function valuesOf(
  person: Person,
  { tenantKind, step }: Omit<RequestKind, 'preset'>,
): Partial<Record<string, Claims[string]>> {
  return {
    email: person.email,
    identities: [identityOf(person, tenantKind)],
    ...person.attributes,
    lastName: person.attributes.surname,
    objectId: '5f1b9c7e-2d34-4a86-9e0b-1c7d8f6a5b43',
    step: stepClaim[step],
    client_id: '93fd07aa-333c-409d-955d-96008fd08dd9',
    ui_locales: person.locale,
  }
}

/**
 * Entra sends identities for people who come with Google, Facebook or a one-time passcode by e-mail
 * only; a local account in Azure AD B2C is issued by the tenant itself.
 */
function identityOf({ email, isLocal }: Person, tenantKind: TenantKind) {
  if (!isLocal) {
    return {
      signInType: 'federated',
      issuer: 'facebook.com',
      issuerAssignedId: '10158033124567890',
    }
  }
  return tenantKind === 'b2x'
    ? { signInType: 'federated', issuer: 'mail', issuerAssignedId: email }
    : { signInType: 'emailAddress', issuer: 'contoso.onmicrosoft.com', issuerAssignedId: email }
}

/**
 * Claims that have been edited, for another kind of request: what was changed, added or taken away
 * stays so, the rest becomes what Microsoft would send then.
 */
export function adaptClaims(claims: Claims, from: RequestKind, to: RequestKind): Claims {
  const [before, after] = [buildClaims(from), buildClaims(to)]
  const adapted = Object.entries(after).flatMap(([name, value]) => {
    if (!(name in before)) return [[name, claims[name] ?? value] as const]
    const edited = claims[name]
    if (edited === undefined) return []
    return [[name, isSame(edited, before[name]) ? value : edited] as const]
  })
  const added = Object.entries(claims).filter(([name]) => !(name in before) && !(name in after))
  return Object.fromEntries([...adapted, ...added])
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
