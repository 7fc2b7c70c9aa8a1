// The emulator as one object: started on two ports, and stopped.
import type { Server } from 'node:net'
import Fastify, { type FastifyInstance } from 'fastify'
import type { Addresses, EmulatorContext } from './state/context'
import { controlRoutes } from './control/routes'
import { createGrants } from './state/grants'
import { entraRoutes } from './entra/routes'
import { createSessions } from './state/sessions'
import { createSigner } from './state/signer'
import { graphRoutes } from './graph/routes'
import { closeServer, listenOnIPv6, portOf } from './basics/listening'
import { createPfxReader } from './pkcs12/pfx-reader'
import { createTlsIdentity } from './samples/certificate-authority'
import { createSampleApis } from './samples/sample-apis'
import { createSeed } from './seed/seeds'
import { createWorlds } from './state/world'

export type EmulatorOptions = {
  /** Sign-in, Graph and the control API; 0 takes any free port. */
  port: number
  /** The sample APIs; 0 takes any free port. */
  tlsPort: number
  host?: string
}

export type Emulator = {
  url: string
  tlsUrl: string
  /** Who trusts this certificate can call the sample APIs. */
  caCertificatePem: string
  stop: () => Promise<void>
}

/** Starts everything; rejects with the system's error if a port is taken. */
export async function startEmulator({
  port,
  tlsPort,
  host = '127.0.0.1',
}: EmulatorOptions): Promise<Emulator> {
  const [identity, signer] = await Promise.all([createTlsIdentity(), createSigner()])
  const pfxReader = createPfxReader()
  const addresses: Addresses = { url: '', tlsUrl: '' }
  const app = createApp({
    addresses,
    signer,
    worlds: createWorlds((tenant) => createSeed('demo', { tenant, tlsUrl: addresses.tlsUrl })),
    sessions: createSessions(),
    grants: createGrants(),
    openPfx: pfxReader.open,
  })
  const samples = createSampleApis(identity)
  const stopListening = await listen([app, samples], { ports: [port, tlsPort], host })
  addresses.url = `http://localhost:${portOf(app.server)}`
  addresses.tlsUrl = `https://localhost:${portOf(samples.server)}`
  const stop = async () => {
    await stopListening()
    await pfxReader.stop()
  }
  return { ...addresses, caCertificatePem: identity.caCertificate, stop }
}

/** Graph's own limit is about 4 MB a request. */
const bodyLimit = 4 * 1024 * 1024

function createApp(context: EmulatorContext): FastifyInstance {
  const app = Fastify({
    bodyLimit,
    forceCloseConnections: true,
    // Of all headers: a token with many groups and roles is larger than Node's 16 KB leave room for.
    http: { maxHeaderSize: 32 * 1024 },
    routerOptions: {
      caseSensitive: false,
      ignoreTrailingSlash: true,
      maxParamLength: 1000,
      // Texts only: Fastify's own parser makes a list of a name that is repeated.
      querystringParser: (text) => Object.fromEntries(new URLSearchParams(text)),
    },
  })
  app.get('/', (_request, reply) => reply.type('text/plain').send(greeting))
  void app.register(entraRoutes(context))
  void app.register(graphRoutes(context, 'v1.0'), { prefix: '/v1.0' })
  void app.register(graphRoutes(context, 'beta'), { prefix: '/beta' })
  void app.register(controlRoutes(context), { prefix: '/_emulator' })
  return app
}

const greeting =
  'This is the emulator: sign-in, Microsoft Graph at /v1.0 and /beta, control at /_emulator.\n'

type Listening = Pick<FastifyInstance, 'listen' | 'close'> & { server: Server }

/** Listens on IPv4 and, for a host of this machine only, on IPv6; gives what ends it. If one port fails, none stays open. */
async function listen(
  apps: readonly Listening[],
  { ports, host }: { ports: readonly number[]; host: string },
): Promise<() => Promise<void>> {
  const forwarders: (Server | null)[] = []
  const stop = async () => {
    // At once: the forwarders wait for connections that only the apps can end.
    await Promise.all([...forwarders.map(closeServer), ...apps.map((app) => app.close())])
  }
  try {
    for (const [index, app] of apps.entries()) {
      await app.listen({ port: ports[index] ?? 0, host })
      forwarders.push(host === '127.0.0.1' ? await listenOnIPv6(app.server) : null)
    }
    return stop
  } catch (error) {
    await stop()
    throw error
  }
}
