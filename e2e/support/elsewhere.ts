/** Somebody else who works on the same tenant at the same time, without the portal. */
import type { EmulatorControl } from '../../emulator/testing/control-client'
import { connectorsPath } from './connectors'
import { wantedPorts } from '../../scripts/lib/ports.mjs'

/** Asks Graph as the administrator; gives what it answered. */
async function askGraph(
  emulator: EmulatorControl,
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  { path = connectorsPath, body }: { readonly path?: string; readonly body?: object } = {},
) {
  const version = path.startsWith('/identity/b2cUserFlows') ? 'beta' : 'v1.0'
  const answer = await fetch(`http://localhost:${wantedPorts().EMULATOR_PORT}/${version}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${await emulator.token()}`,
      'content-type': 'application/json',
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  if (!answer.ok) throw new Error(`Graph answered ${answer.status}: ${await answer.text()}`)
  return answer.status === 204 ? null : ((await answer.json()) as unknown)
}

export const createElsewhere = (emulator: EmulatorControl, displayName: string) =>
  askGraph(emulator, 'POST', {
    body: {
      displayName,
      targetUrl: 'https://api.example.com/check',
      authenticationConfiguration: {
        '@odata.type': '#microsoft.graph.basicAuthentication',
        username: 'portal',
        password: 'demo-only',
      },
    },
  })

export const deleteElsewhere = (emulator: EmulatorControl, id: string) =>
  askGraph(emulator, 'DELETE', { path: `${connectorsPath}/${id}` })

export const readElsewhere = (emulator: EmulatorControl, id: string) =>
  askGraph(emulator, 'GET', { path: `${connectorsPath}/${id}` })

export const changeElsewhere = (emulator: EmulatorControl, id: string, body: object) =>
  askGraph(emulator, 'PATCH', { path: `${connectorsPath}/${id}`, body })

export const renameElsewhere = (emulator: EmulatorControl, id: string, displayName: string) =>
  changeElsewhere(emulator, id, { displayName })

type Upload = { readonly pfx: Uint8Array; readonly password: string }

export const uploadElsewhere = (emulator: EmulatorControl, id: string, { pfx, password }: Upload) =>
  askGraph(emulator, 'POST', {
    path: `${connectorsPath}/${id}/uploadClientCertificate`,
    body: { pkcs12Value: Buffer.from(pfx).toString('base64'), password },
  })

/** @param stepPath below the version, such as `/identity/b2xUserFlows/…/postAttributeCollection` */
export const attachElsewhere = (emulator: EmulatorControl, stepPath: string, connectorId: string) =>
  askGraph(emulator, 'PUT', {
    path: `${stepPath}/$ref`,
    body: { '@odata.id': `https://graph.microsoft.com/v1.0${connectorsPath}/${connectorId}` },
  })
