// The made-up tenants. A real tenant has one kind, and with it one kind of user flows.

export const tenantKinds = ['workforce', 'b2c', 'external'] as const
export type TenantKind = (typeof tenantKinds)[number]

export type Directory = {
  kind: TenantKind
  /** The tenant's id. */
  id: string
  domain: string
  displayName: string
}

export const directories: Readonly<Record<TenantKind, Directory>> = {
  workforce: {
    kind: 'workforce',
    id: '99999999-dddd-4eee-8fff-000000000001',
    domain: 'contoso.example',
    displayName: 'Contoso',
  },
  b2c: {
    kind: 'b2c',
    id: '99999999-dddd-4eee-8fff-000000000002',
    domain: 'contosocustomers.example',
    displayName: 'Contoso Customers',
  },
  external: {
    kind: 'external',
    id: '99999999-dddd-4eee-8fff-000000000003',
    domain: 'fabrikam.example',
    displayName: 'Fabrikam',
  },
}

/** How each kind of tenant is called by the people who look after one. */
export const kindNames: Readonly<Record<TenantKind, string>> = {
  workforce: 'workforce tenant',
  b2c: 'Azure AD B2C tenant',
  external: 'external tenant',
}

/** The tenant that an address of Entra's names, by id or by domain; the words for any tenant name none. */
export function findDirectory(name: string): Directory | undefined {
  const wanted = name.toLowerCase()
  return Object.values(directories).find(({ id, domain }) => id === wanted || domain === wanted)
}

/** Entra's words for an authority that lets the account decide about the tenant. */
export function isAnyTenant(name: string): boolean {
  return ['organizations', 'common'].includes(name.toLowerCase())
}
