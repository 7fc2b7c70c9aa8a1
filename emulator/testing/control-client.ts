// What a test may ask of its own world of a running emulator: data, failures, settings, time.
import type { TenantKind } from '../basics/directories'
import type { Settings } from '../basics/settings'
import type { showState } from '../control/state-view'
import type { FaultKind } from '../state/faults'
import type { RecordedRequest } from '../state/request-log'
import { administrators } from './tenant'

export type Seed = 'demo' | 'empty' | 'large'

export type FaultRequest = {
  readonly kind: FaultKind
  readonly method?: string
  /** Below the version, such as `/identity/apiConnectors`; a `*` stands for any characters. */
  readonly path: string
  readonly times?: number
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly delayMs?: number
  /** How many matching calls still pass before. */
  readonly skip?: number
  /** The call takes effect, and only its answer is spoilt. */
  readonly applied?: boolean
}

export type TokenRequest = {
  readonly user?: string
  readonly scopes?: readonly string[]
  readonly expiresIn?: number
  readonly claims?: Readonly<Record<string, unknown>>
}

export type Revocation = {
  /** Everybody, when left out. */
  readonly user?: string
  readonly sessions?: boolean
  readonly refreshTokens?: boolean
  readonly consents?: boolean
  readonly as?: 'revoked' | 'expired'
}

export type EmulatorState = ReturnType<typeof showState>

export type EmulatorControl = ReturnType<typeof controlOf>

const organizationPath = '/v1.0/organization'

/** One tenant of the world of that name, in the emulator at that address. */
export function controlOf(
  emulatorUrl: string,
  { world, tenant = 'workforce' }: { readonly world: string; readonly tenant?: TenantKind },
) {
  const send = async (method: string, name: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(
      `${emulatorUrl}/_emulator/${name}?world=${world}&tenant=${tenant}`,
      {
        method,
        ...(body === undefined
          ? {}
          : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      },
    )
    const text = await response.text()
    if (!response.ok) throw new Error(`The emulator answered ${response.status}: ${text}`)
    return text === '' ? undefined : JSON.parse(text)
  }
  const allRequests = () => send('GET', 'requests') as Promise<readonly RecordedRequest[]>

  return {
    reset: async (seed: Seed, size: { connectors?: number; flows?: number } = {}) => {
      await send('POST', 'reset', { seed, ...size })
    },
    /** The next matching Graph calls fail in this way, one fault after the other. */
    faults: async (...faults: readonly FaultRequest[]) => {
      for (const fault of faults) await send('POST', 'faults', fault)
    },
    clearFaults: async () => {
      await send('DELETE', 'faults')
    },
    state: () => send('GET', 'state') as Promise<EmulatorState>,
    /** The calls so far, but for the tenant's name, which is asked for once beside whatever else. */
    requests: async () => (await allRequests()).filter(({ path }) => path !== organizationPath),
    /** How often the tenant's name was asked for. */
    nameRequests: async () =>
      (await allRequests()).filter(({ path }) => path === organizationPath).length,
    settings: async (changes: Partial<Settings>) => {
      await send('PATCH', 'settings', changes)
    },
    forgetRequests: async () => {
      await send('DELETE', 'requests')
    },
    /** Stops the world's clock at this time; `null` lets it run again. */
    clock: async (now: Date | null) => {
      await send('POST', 'clock', { now: now && Math.floor(now.getTime() / 1000) })
    },
    /** Ends what this world's people have of their sign-in. */
    revoke: async (what: Revocation) => {
      await send('POST', 'revoke', what)
    },
    /** An access token as sign-in would give. */
    token: async ({ user = administrators[tenant], ...others }: TokenRequest = {}) => {
      const answer = await send('POST', 'tokens', { user, ...others })
      return (answer as { access_token: string }).access_token
    },
  }
}
