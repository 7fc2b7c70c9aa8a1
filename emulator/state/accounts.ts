// The people who can sign in. None has a password: the sign-in page lists them.
import { directories, type Directory } from '../basics/directories'
import { roleTemplates } from '../basics/registration'
import { permissions, type Permission } from '../basics/permissions'

export type Account = {
  username: string
  displayName: string
  objectId: string
  tenant: Directory
  /** The reason to sign in as this person; told on the sign-in page. */
  explanation: string
  /** Role template ids, as in the token claim `wids`. */
  roles: readonly string[]
  consented: readonly Permission[]
  /** The permissions that this person may agree to on the consent page. */
  mayConsentTo: readonly Permission[]
  /** Conditional access: Graph asks for a stronger sign-in before it answers. */
  needsStepUp: boolean
}

const connectorPermissions: readonly Permission[] = [
  'APIConnectors.Read.All',
  'APIConnectors.ReadWrite.All',
  'User.Read',
]

const userFlowAdministrator = {
  tenant: directories.workforce,
  roles: [roleTemplates.userFlowAdministrator, roleTemplates.reportsReader],
  consented: permissions,
  mayConsentTo: permissions,
  needsStepUp: false,
}

export const accounts: readonly Account[] = [
  {
    ...userFlowAdministrator,
    username: 'admin@contoso.example',
    displayName: 'User Flow Admin',
    objectId: 'aaaaaaaa-0001-4000-8000-000000000001',
    explanation: 'External ID User Flow Administrator with every permission: everything works.',
  },
  {
    ...userFlowAdministrator,
    username: 'connectors@contoso.example',
    displayName: 'Connectors Only',
    objectId: 'aaaaaaaa-0001-4000-8000-000000000002',
    explanation: 'API connectors are consented, user flows not yet: a consent page will ask.',
    consented: connectorPermissions,
  },
  {
    ...userFlowAdministrator,
    username: 'reader@contoso.example',
    displayName: 'Read Only',
    objectId: 'aaaaaaaa-0001-4000-8000-000000000003',
    explanation: 'May read API connectors and nothing else, and cannot consent to more.',
    consented: ['APIConnectors.Read.All', 'User.Read'],
    mayConsentTo: [],
  },
  {
    ...userFlowAdministrator,
    username: 'norole@contoso.example',
    displayName: 'No Role',
    objectId: 'aaaaaaaa-0001-4000-8000-000000000004',
    explanation: 'Every permission but no directory role: Microsoft Graph answers 403.',
    roles: [],
  },
  {
    ...userFlowAdministrator,
    username: 'noconsent@contoso.example',
    displayName: 'Needs Approval',
    objectId: 'aaaaaaaa-0001-4000-8000-000000000005',
    explanation: 'Nothing is consented, and only an administrator could consent.',
    consented: ['User.Read'],
    mayConsentTo: [],
  },
  {
    ...userFlowAdministrator,
    username: 'stepup@contoso.example',
    displayName: 'Step Up',
    objectId: 'aaaaaaaa-0001-4000-8000-000000000006',
    explanation: 'Conditional access: Microsoft Graph asks for an extra verification first.',
    needsStepUp: true,
  },
  {
    ...userFlowAdministrator,
    username: 'b2cadmin@contosocustomers.example',
    displayName: 'B2C Admin',
    objectId: 'aaaaaaaa-0002-4000-8000-000000000001',
    tenant: directories.b2c,
    explanation: 'The same with every permission, for the user flows of customers.',
  },
  {
    ...userFlowAdministrator,
    username: 'external@fabrikam.example',
    displayName: 'External Admin',
    objectId: 'aaaaaaaa-0003-4000-8000-000000000001',
    tenant: directories.external,
    explanation: 'Every permission, but API connectors do not exist in a tenant of this kind.',
  },
]

/** Whether the person is one of those that a sign-in at this tenant, or at any, may choose. */
export function isOffered({ tenant }: Account, at: { tenant: Directory | undefined }): boolean {
  return at.tenant === undefined || at.tenant === tenant
}

export function findAccount(username: string): Account | undefined {
  return accounts.find((account) => account.username === username.toLowerCase())
}

/** The value of the id token's `login_hint` claim: opaque to a client, who gives it back to us. */
export function opaqueLoginHint(account: Account): string {
  return Buffer.from(`O.${account.objectId}`).toString('base64url')
}

/** The account a `login_hint` or `logout_hint` names, by user name or by our opaque hint. */
export function findHintedAccount(hint: string): Account | undefined {
  return findAccount(hint) ?? accounts.find((account) => opaqueLoginHint(account) === hint)
}
