// What a test does with one tenant of a running emulator: call the control API and Graph, over HTTP.
import { isObject, isText } from '../basics/checks'
import type { TenantKind } from '../basics/directories'
import type { Emulator } from '../emulator'

export type CallOptions = {
  method?: string
  body?: unknown
  headers?: Record<string, string>
  /** Instead of a token of `admin@contoso.example`; `null` sends none. */
  token?: string | null
}

export type TokenWish = {
  user?: string
  scopes?: string[]
  expiresIn?: number
  claims?: Record<string, unknown>
}

/** An answer whose body was read as JSON, or as text where it is none. */
export type Called = { status: number; headers: Headers; body: unknown }

export type Tenant = {
  world: string
  /** Path below the emulator's address, such as `/v1.0/identity/apiConnectors`. */
  graph: (path: string, options?: CallOptions) => Promise<Called>
  /** Path below `/_emulator`. */
  control: (path: string, options?: CallOptions) => Promise<Called>
  token: (wish?: TokenWish) => Promise<string>
}

/** Who may do everything in a tenant of that kind. */
export const administrators: Readonly<Record<TenantKind, string>> = {
  workforce: 'admin@contoso.example',
  b2c: 'b2cadmin@contosocustomers.example',
  external: 'external@fabrikam.example',
}

type Seed = 'demo' | 'empty'

/** The workforce tenant in the world of that name; `seed` resets it first. */
export function openTenant(emulator: Emulator, world: string, seed?: Seed): Promise<Tenant> {
  return openTenantOf('workforce', emulator, { world, ...(seed && { seed }) })
}

/** The tenant of that kind; `seed` resets it first, and leaves those of other kinds as they are. */
export async function openTenantOf(
  kind: TenantKind,
  emulator: Emulator,
  { world, seed = 'empty' }: { world: string; seed?: Seed },
): Promise<Tenant> {
  const control = (path: string, options: CallOptions = {}) =>
    call(`${emulator.url}/_emulator${path}?world=${world}&tenant=${kind}`, options)
  const token = async (wish: TokenWish = {}) => {
    const body = { user: administrators[kind], ...wish }
    return textAt((await control('/tokens', { method: 'POST', body })).body, 'access_token')
  }
  await control('/reset', { method: 'POST', body: { seed } })
  const adminToken = await token()
  return {
    world,
    control,
    token,
    graph: (path, options = {}) => {
      const bearer = options.token === undefined ? adminToken : options.token
      const headers = { ...authorizationHeader(bearer), ...options.headers }
      return call(`${emulator.url}${path}`, { ...options, headers })
    },
  }
}

/** The text at the path of names and indexes within a JSON value; throws if there is none. */
export function textAt(value: unknown, ...path: (string | number)[]): string {
  const found = valueAt(value, ...path)
  if (!isText(found)) throw new Error(`No text at ${path.join('.')} of ${JSON.stringify(value)}`)
  return found
}

/** The value at the path of names and indexes, or `undefined`. */
export function valueAt(value: unknown, ...path: (string | number)[]): unknown {
  return path.reduce<unknown>((inner, name) => {
    if (Array.isArray(inner)) return inner[Number(name)]
    return isObject(inner) ? inner[name] : undefined
  }, value)
}

/** The names of the object's properties, in order. */
export function namesIn(value: unknown): string[] {
  return isObject(value) ? Object.keys(value) : []
}

/** The body of a create with Basic authentication. */
export function basicConnector(changes: Record<string, unknown> = {}) {
  return {
    displayName: 'Loyalty lookup',
    targetUrl: 'https://api.example.com/signup/check',
    authenticationConfiguration: {
      '@odata.type': '#microsoft.graph.basicAuthentication',
      username: 'svc-connector',
      password: 's3cret',
    },
    ...changes,
  }
}

/** The body of a create with a certificate. */
export function certificateConnector(pkcs12Value: string, password: string) {
  return basicConnector({
    authenticationConfiguration: {
      '@odata.type': '#microsoft.graph.pkcs12Certificate',
      pkcs12Value,
      password,
    },
  })
}

async function call(url: string, { method, body, headers }: CallOptions): Promise<Called> {
  const response = await fetch(url, {
    method: method ?? 'GET',
    headers: { ...contentType(body), ...headers },
    ...(body === undefined ? {} : { body: isText(body) ? body : JSON.stringify(body) }),
  })
  const text = await response.text()
  const isJson = (response.headers.get('content-type') ?? '').includes('json') && text !== ''
  const read: unknown = isJson ? JSON.parse(text) : text
  return { status: response.status, headers: response.headers, body: read }
}

function authorizationHeader(token: string | null): Record<string, string> {
  return token === null ? {} : { authorization: `Bearer ${token}` }
}

function contentType(body: unknown): Record<string, string> {
  return body === undefined ? {} : { 'content-type': 'application/json' }
}
