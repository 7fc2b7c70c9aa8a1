/** What a test may ask of its own world of the emulator: data, failures, settings, time. */
import type { APIRequestContext, APIResponse } from '@playwright/test'
import type { FaultKind } from '../../emulator/state/faults'
import type { showState } from '../../emulator/control/state-view'
import type { TenantKind } from '../../emulator/basics/directories'
import type { RecordedRequest } from '../../emulator/state/request-log'
import type { Settings } from '../../emulator/basics/settings'
import { administrators } from '../../emulator/testing/tenant'

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

export type Emulator = ReturnType<typeof emulatorOf>

const organizationPath = '/v1.0/organization'

/**
 * One tenant of the world.
 * @param request a context whose base address is the emulator's
 */
export function emulatorOf(
  request: APIRequestContext,
  world: string,
  tenant: TenantKind = 'workforce',
) {
  const address = (name: string) => `/_emulator/${name}?world=${world}&tenant=${tenant}`
  const post = async (name: string, data: object) =>
    accepted(await request.post(address(name), { data }))
  const read = async (name: string): Promise<unknown> =>
    (await accepted(await request.get(address(name)))).json()
  const allRequests = () => read('requests') as Promise<readonly RecordedRequest[]>

  return {
    reset: async (seed: Seed, size: { connectors?: number; flows?: number } = {}) => {
      await post('reset', { seed, ...size })
    },
    /** The next matching Graph calls fail in this way, one fault after the other. */
    faults: async (...faults: readonly FaultRequest[]) => {
      for (const fault of faults) await post('faults', fault)
    },
    clearFaults: async () => {
      await accepted(await request.delete(address('faults')))
    },
    state: () => read('state') as Promise<EmulatorState>,
    /** The calls so far, but for the tenant's name, which is asked for once beside whatever else. */
    requests: async () => (await allRequests()).filter(({ path }) => path !== organizationPath),
    /** How often the tenant's name was asked for. */
    nameRequests: async () =>
      (await allRequests()).filter(({ path }) => path === organizationPath).length,
    settings: async (changes: Partial<Settings>) => {
      await accepted(await request.patch(address('settings'), { data: changes }))
    },
    forgetRequests: async () => {
      await accepted(await request.delete(address('requests')))
    },
    /** Stops the world's clock at this time; `null` lets it run again. */
    clock: async (now: Date | null) => {
      await post('clock', { now: now && Math.floor(now.getTime() / 1000) })
    },
    /** Ends what this world's people have of their sign-in. */
    revoke: async (what: Revocation) => {
      await post('revoke', what)
    },
    /** An access token as sign-in would give. */
    token: async ({ user = administrators[tenant], ...others }: TokenRequest = {}) => {
      const response = await post('tokens', { user, world, ...others })
      const { access_token: token } = (await response.json()) as { access_token: string }
      return token
    },
  }
}

async function accepted(response: APIResponse): Promise<APIResponse> {
  if (response.ok()) return response
  throw new Error(`The emulator answered ${response.status()}: ${await response.text()}`)
}
