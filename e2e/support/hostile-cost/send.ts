/** Requests as a program makes them that cares for no rule of browsers. */
import { request } from 'node:http'
import type { EmulatorControl } from '../../../emulator/testing/control-client'
import { graphPaths } from '../../../lib/contract/routes'
import { samplePassword, sampleUrl } from '../connector-tests'

export type Portal = {
  readonly port: number
  /** Of an administrator; Graph has accepted it before. */
  readonly token: string
  /** The tenant of the administrator. */
  readonly emulator: EmulatorControl
}

export type Sent = {
  readonly method?: string
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** The status of the answer, when all of it is there; 0 for a connection that was closed without one. */
export const send = ({ port }: Portal, { method = 'GET', path, headers = {}, body = '' }: Sent) =>
  new Promise<number>((resolve) => {
    const length = body === '' ? {} : { 'content-length': Buffer.byteLength(body) }
    const sent = request(
      { host: '127.0.0.1', port, path, method, agent: false, headers: { ...length, ...headers } },
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

/** Below `/api`. */
export const connectors = `/graph${graphPaths.connectors('v1.0')}`
export const uploads = `/graph${graphPaths.uploadClientCertificate('v1.0', 'a')}`

export const basic = (username: string, password: string) => ({
  '@odata.type': '#microsoft.graph.basicAuthentication',
  username,
  password,
})

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
      targetUrl: sampleUrl(sample),
      tenantKind: 'b2x',
      step: 'postAttributeCollection',
      authentication: basic('sample', samplePassword),
      body: { email: 'kim@fabrikam.example' },
      ...changes,
    }),
  })
