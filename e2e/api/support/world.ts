/** One tenant in a world of the emulator, and the portal's API asked as somebody who is signed in to it. */
import type { TenantKind } from '@/emulator/basics/directories'
import { controlOf, type TokenRequest } from '@/emulator/testing/control-client'

export type WorldOptions = {
  readonly emulatorUrl: string
  readonly portalOrigin: string
  /** Each test has its own, so that tests do not see each other's connectors. */
  readonly name: string
  readonly tenant?: TenantKind
}

const everyScope = ['APIConnectors.ReadWrite.All', 'IdentityUserFlow.ReadWrite.All']

export type World = Awaited<ReturnType<typeof openWorld>>

/** A world with the demo's connectors and flows, and an administrator's token for it. */
export async function openWorld({
  emulatorUrl,
  portalOrigin,
  name,
  tenant = 'workforce',
}: WorldOptions) {
  const control = controlOf(emulatorUrl, { world: name, tenant })
  const signIn = (options: TokenRequest = {}): Promise<string> =>
    control.token({ scopes: everyScope, ...options })
  await control.reset('demo')
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
  /** The methods of the writes that have reached Graph. */
  const writes = async () =>
    (await control.requests()).map(({ method }) => method).filter((method) => method !== 'GET')
  return { ...control, token, signIn, ask, writes }
}
