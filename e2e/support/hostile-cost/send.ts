/** Requests as a program makes them that cares for no rule of browsers. */
import { request } from 'node:http'
import type { EmulatorControl } from '../../../emulator/testing/control-client'

export type Portal = {
  readonly port: number
  /** Of an administrator; Graph has accepted it before. */
  readonly token: string
  /** The origin of the emulator's sample APIs. */
  readonly samples: string
  /** The tenant of the administrator. */
  readonly emulator: EmulatorControl
}

export type Sent = {
  readonly method?: string
  readonly path: string
  readonly headers?: Readonly<Record<string, string | readonly string[]>>
  readonly body?: string
}

/** The status of the answer, when all of it is there; 0 for a connection that was closed without one. */
export const send = ({ port }: Portal, { method = 'GET', path, headers = {}, body = '' }: Sent) =>
  new Promise<number>((resolve) => {
    const length = body === '' ? {} : { 'content-length': Buffer.byteLength(body) }
    const mutable = Object.entries(headers).map(([name, value]) => [name, [value].flat()])
    const sent = request(
      {
        ...{ host: '127.0.0.1', port, path, method, agent: false },
        headers: { ...length, ...(Object.fromEntries(mutable) as Record<string, string[]>) },
      },
      (response) => {
        response.resume().once('close', () => resolve(response.statusCode ?? 0))
      },
    )
    sent.once('error', () => resolve(0))
    sent.end(body)
  })

const json = { 'content-type': 'application/json' }

const bearer = ({ token }: Portal) => ({ authorization: `Bearer ${token}` })

/** A call of the API by the administrator; the path stands below `/api`. */
export const call = (portal: Portal, { headers, path, ...sent }: Sent) =>
  send(portal, {
    ...sent,
    path: `/api${path}`,
    headers: { ...bearer(portal), ...(sent.body !== undefined && json), ...headers },
  })

export const connectors = '/graph/v1.0/identity/apiConnectors'

/** A test of one of the emulator's sample APIs; `changes` take the place of what a usual one has. */
export const testSample = (
  portal: Portal,
  sample: string,
  changes: Readonly<Record<string, unknown>> = {},
) =>
  call(portal, {
    method: 'POST',
    path: '/connector-tests',
    body: JSON.stringify({
      targetUrl: `${portal.samples}/samples/${sample}`,
      tenantKind: 'b2x',
      step: 'postAttributeCollection',
      authentication: {
        '@odata.type': '#microsoft.graph.basicAuthentication',
        username: 'sample',
        password: 'sample-password',
      },
      body: { email: 'kim@fabrikam.example' },
      ...changes,
    }),
  })
