import { EventEmitter, once } from 'node:events'
import { describe, expect, test, vi } from 'vitest'
import {
  body,
  call,
  good,
  host,
  keep,
  names,
  serverOptions,
  usualLimits,
  authority,
} from './testing/calls'
import { issueCertificate } from './testing/certificates'
import { proceed, startTcpServer, startTlsServer } from './testing/servers'

describe('a sound endpoint', () => {
  test.each(['TLSv1.2', 'TLSv1.3'] as const)(
    'is called over %s, stage by stage',
    async (version) => {
      const server = await keep(
        startTlsServer({ ...serverOptions(good), minVersion: version, maxVersion: version }),
      )
      const report = await call(server)

      expect(report).toMatchObject({
        outcome: 'answered',
        answer: { status: 200, isTruncated: false },
        protection: {
          protocol: version,
          certificates: [{ subject: `CN=${host}`, thumbprint: good.thumbprint }, {}],
          asksForCertificate: version === 'TLSv1.3' ? false : null,
        },
      })
      expect(names(report)).toEqual(['dns', 'tcp', 'tls', 'waiting', 'download'])
      expect(report.stages.every(({ ok, ms }) => ok && ms >= 0)).toBe(true)
      expect(server.received()).toMatch(/^POST \/signup\?x=1 HTTP\/1\.1\r\n/)
      expect(server.received()).toContain(`host: ${host}:${server.port}\r\n`)
      expect(server.received().endsWith(body)).toBe(true)
    },
  )

  test('is reached by an address as by a name', async () => {
    const certificate = issueCertificate({ commonName: '127.0.0.1', issuer: authority })
    const server = await keep(startTlsServer(serverOptions(certificate)))

    expect(await call(server, { host: '127.0.0.1' })).toMatchObject({ outcome: 'answered' })
  })

  test('is reached by its second address when nothing is behind the first', async () => {
    const server = await keep(startTlsServer(serverOptions(good)))
    const resolve = async () => ['127.0.0.2', '127.0.0.1']

    expect(await call(server, {}, { resolve })).toMatchObject({ outcome: 'answered' })
  })

  test('gets a connection of its own each time, and no proxy is asked', async () => {
    vi.stubEnv('HTTPS_PROXY', 'http://127.0.0.1:9')
    vi.stubEnv('https_proxy', 'http://127.0.0.1:9')
    const server = await keep(startTlsServer(serverOptions(good)))
    await call(server)
    await call(server)

    expect(server.connections()).toBe(2)
  })
})

describe('TCP', () => {
  test('that is refused', async () => {
    const server = await startTcpServer(() => undefined)
    await server.stop()

    expect(await call(server)).toMatchObject({
      failure: { stage: 'tcp', code: 'connectionRefused' },
      protection: null,
    })
  })
})

describe('time', () => {
  test('is up for everything together', async () => {
    const server = await keep(startTlsServer(serverOptions(good), () => undefined))
    const limits = { ...usualLimits, totalMs: 200 }

    expect(await call(server, {}, { limits })).toMatchObject({
      failure: { stage: 'waiting', code: 'answerTimeout' },
    })
  })

  test('a call that is cancelled ends at once, wherever it is', async () => {
    const events = new EventEmitter()
    const [arrived, closed] = [once(events, 'arrived'), once(events, 'closed')]
    const server = await keep(
      startTlsServer(serverOptions(good), (socket) => {
        socket.once('data', () => events.emit('arrived'))
        socket.once('close', () => events.emit('closed'))
      }),
    )
    const controller = new AbortController()
    const report = call(server, { gone: controller.signal })
    await arrived
    controller.abort()

    expect(await report).toMatchObject({ failure: { stage: 'waiting', code: 'cancelled' } })
    await closed
  })

  test('a call that nobody waits for any longer does not begin', async () => {
    const server = await keep(startTlsServer(serverOptions(good), proceed))
    const report = await call(server, { gone: AbortSignal.abort() })

    expect(report).toMatchObject({ failure: { code: 'cancelled' } })
    expect(server.received()).toBe('')
  })
})
