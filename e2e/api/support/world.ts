/** One tenant in a world of the emulator, and the portal's API asked as somebody who is signed in to it. */
import { expect } from 'vitest'
import { z } from 'zod'
import type { TenantKind } from '@/emulator/basics/directories'
import { administrators } from '@/emulator/testing/tenant'

export type WorldOptions = {
  readonly emulatorUrl: string
  readonly portalOrigin: string
  /** Each test has its own, so that tests do not see each other's connectors. */
  readonly name: string
  readonly tenant?: TenantKind
}

export type Fault = Readonly<Record<string, unknown>>

const requestsSchema = z.array(
  z.object({ method: z.string(), path: z.string(), headers: z.record(z.string(), z.string()) }),
)

const everyScope = ['APIConnectors.ReadWrite.All', 'IdentityUserFlow.ReadWrite.All']

export type World = Awaited<ReturnType<typeof openWorld>>

/** A world with the demo's connectors and flows, and an administrator's token for it. */
export async function openWorld({
  emulatorUrl,
  portalOrigin,
  name,
  tenant = 'workforce',
}: WorldOptions) {
  const control = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const address = `${emulatorUrl}/_emulator/${path}?world=${name}&tenant=${tenant}`
    const response = await fetch(address, {
      method,
      ...(body === undefined ? {} : jsonBody(body)),
    })
    expect(response.status, `control call ${path}`).toBeLessThan(300)
    const text = await response.text()
    return text === '' ? undefined : JSON.parse(text)
  }
  const signIn = async (options: Readonly<Record<string, unknown>> = {}): Promise<string> => {
    const user = administrators[tenant]
    const answer = await control('POST', 'tokens', { user, scopes: everyScope, ...options })
    return z.object({ access_token: z.string() }).parse(answer).access_token
  }
  await control('POST', 'reset', { seed: 'demo' })
  const token = await signIn()
  const ask = (method: string, path: string, body?: unknown) =>
    fetch(`${portalOrigin}/api/graph${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  return {
    token,
    signIn,
    ask,
    fail: (fault: Fault) => control('POST', 'faults', fault),
    /** Ends all faults. */
    calm: () => control('DELETE', 'faults'),
    change: (settings: unknown) => control('PATCH', 'settings', settings),
    state: () => control('GET', 'state'),
    /** The calls that reached Graph. */
    requests: async () => requestsSchema.parse(await control('GET', 'requests')),
  }
}

const jsonBody = (body: unknown) => ({
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})
