import { X509Certificate } from 'node:crypto'
import type { Socket } from 'node:net'
import { createSecureContext } from 'node:tls'
import { describe, expect, test, vi } from 'vitest'
import type { ClientCertificate } from './client-certificate'
import {
  authority,
  call,
  good,
  host,
  keep,
  names,
  serverOptions,
  usualLimits,
} from '../testing/calls'
import { daysFromNow, issueCertificate, type Issued } from '../testing/certificates'
import { startTcpServer, startTlsServer } from '../testing/servers'

describe('TLS that cannot be trusted', () => {
  const other = issueCertificate({ commonName: 'Other CA', isCa: true })
  const intermediate = issueCertificate({ commonName: 'Issuing CA', isCa: true, issuer: authority })
  const expired = issueCertificate({
    commonName: host,
    issuer: authority,
    notBefore: daysFromNow(-60),
    notAfter: daysFromNow(-1),
  })
  const early = issueCertificate({ commonName: host, issuer: authority, notBefore: daysFromNow(1) })
  const wrongHost = issueCertificate({ commonName: 'www.example.com', issuer: authority })
  const selfSigned = issueCertificate({ commonName: host })
  const foreign = issueCertificate({ commonName: host, issuer: other })
  const incomplete = issueCertificate({ commonName: host, issuer: intermediate })

  test.each([
    ['expired', expired, 'certificateExpired'],
    ['not valid yet', early, 'certificateNotYetValid'],
    ['for another host', wrongHost, 'certificateWrongHost'],
    ['self-signed', selfSigned, 'certificateSelfSigned'],
    ['of an authority that is not trusted', foreign, 'certificateChainIncomplete'],
    ['without its issuer', incomplete, 'certificateChainIncomplete'],
  ] as const)('a certificate that is %s', async (_, certificate, code) => {
    for (const maxVersion of ['TLSv1.2', 'TLSv1.3'] as const) {
      const server = await keep(startTlsServer({ ...serverOptions(certificate), maxVersion }))
      const report = await call(server)

      expect(report).toMatchObject({ outcome: 'failed', failure: { stage: 'tls', code } })
      expect(report.protection).toMatchObject({ protocol: maxVersion })
      expect(report.protection?.certificates[0]?.thumbprint).toBe(certificate.thumbprint)
      expect(report.stages.at(-1)).toMatchObject({ name: 'tls', ok: false })
      expect(server.received()).toBe('')
    }
  })

  test('a foreign authority that shows itself', async () => {
    const cert = foreign.certificate + other.certificate
    const server = await keep(startTlsServer({ ...serverOptions(foreign), cert }))

    expect(await call(server)).toMatchObject({ failure: { code: 'certificateUnknownAuthority' } })
  })

  test('is refused whatever NODE_TLS_REJECT_UNAUTHORIZED says', async () => {
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0')
    const server = await keep(startTlsServer(serverOptions(selfSigned)))

    expect(await call(server)).toMatchObject({ failure: { code: 'certificateSelfSigned' } })
    expect(server.received()).toBe('')
  })

  test('TLS 1.1 is too old', async () => {
    const server = await keep(
      startTlsServer({
        ...serverOptions(good),
        minVersion: 'TLSv1',
        maxVersion: 'TLSv1.1',
        ciphers: 'DEFAULT@SECLEVEL=0',
      }),
    )

    expect(await call(server)).toMatchObject({
      failure: { stage: 'tls', code: 'tlsVersionTooOld' },
    })
  })

  test('no cipher in common', async () => {
    const server = await keep(
      startTlsServer({ ...serverOptions(good), maxVersion: 'TLSv1.2', ciphers: 'AES128-CCM8' }),
    )

    expect(await call(server)).toMatchObject({
      failure: { stage: 'tls', code: 'tlsNoCommonCipher' },
    })
  })

  test.each([
    ['plain HTTP', 'HTTP/1.1 400 Bad Request\r\n\r\n', 'notTls'],
    ['something else', 'SSH-2.0-OpenSSH_9.2\r\n', 'notTls'],
  ])('%s is not TLS', async (_, text, code) => {
    const server = await keep(
      startTcpServer((socket) => socket.once('data', () => socket.end(text))),
    )

    expect(await call(server)).toMatchObject({ failure: { stage: 'tls', code } })
  })

  test('a connection that is cut at once', async () => {
    const server = await keep(startTcpServer((socket) => socket.destroy()))

    expect(await call(server)).toMatchObject({ failure: { stage: 'tls', code: 'connectionReset' } })
  })

  test('an endpoint that never says a word', async () => {
    const server = await keep(startTcpServer(() => undefined))
    const limits = { ...usualLimits, tlsMs: 50 }

    expect(await call(server, {}, { limits })).toMatchObject({
      failure: { stage: 'tls', code: 'tlsTimeout' },
    })
  })
})

describe('a client certificate', () => {
  const clientAuthority = issueCertificate({ commonName: 'Client CA', isCa: true })

  const asClient = ({ certificate, privateKey }: Issued): ClientCertificate => {
    const { raw, validFrom, validTo } = new X509Certificate(certificate)
    return {
      privateKeyPem: privateKey,
      certificatesPem: certificate,
      leafBytes: raw.length,
      notBefore: Date.parse(validFrom) / 1000,
      notAfter: Date.parse(validTo) / 1000,
    }
  }
  const welcome = asClient(issueCertificate({ commonName: 'client', issuer: clientAuthority }))
  const stranger = asClient(issueCertificate({ commonName: 'stranger' }))

  const versions = ['TLSv1.2', 'TLSv1.3'] as const

  const startAsking = (maxVersion: (typeof versions)[number], rejectUnauthorized = true) =>
    keep(
      startTlsServer({
        ...serverOptions(good),
        maxVersion,
        requestCert: true,
        rejectUnauthorized,
        ca: clientAuthority.certificate,
      }),
    )

  test.each(versions)('is shown over %s when it is asked for', async (version) => {
    const report = await call(await startAsking(version), { clientCertificate: welcome })

    expect(report).toMatchObject({ outcome: 'answered', protection: { asksForCertificate: true } })
    expect(names(report)).toEqual(['dns', 'tcp', 'tls', 'clientCertificate', 'waiting', 'download'])
  })

  test.each(versions)('is not shown over %s to whom does not ask', async (maxVersion) => {
    const server = await keep(startTlsServer({ ...serverOptions(good), maxVersion }))
    const report = await call(server, { clientCertificate: welcome })

    expect(report).toMatchObject({ outcome: 'answered', protection: { asksForCertificate: false } })
  })

  test('is known to be asked for over TLS 1.3 when there is none', async () => {
    const report = await call(await startAsking('TLSv1.3', false))

    expect(report).toMatchObject({ outcome: 'answered', protection: { asksForCertificate: true } })
  })

  test.each(versions)('is not asked for over %s, whatever else fails', async (maxVersion) => {
    const hangUp = (socket: Socket) => void socket.once('data', () => socket.destroy())
    const server = await keep(startTlsServer({ ...serverOptions(good), maxVersion }, hangUp))
    const report = await call(server, { clientCertificate: welcome })

    expect(report).toMatchObject({
      failure: { stage: 'waiting', code: 'connectionClosed' },
      protection: { asksForCertificate: false },
    })
  })

  test('of a stranger is refused over TLS 1.3', async () => {
    const report = await call(await startAsking('TLSv1.3'), { clientCertificate: stranger })

    expect(report).toMatchObject({
      failure: { stage: 'clientCertificate', code: 'clientCertificateRefused' },
      protection: { asksForCertificate: true },
    })
    expect(names(report)).toEqual(['dns', 'tcp', 'tls', 'clientCertificate'])
  })

  test.each([
    ['has expired', { notAfter: daysFromNow(-1), notBefore: daysFromNow(-9) }, 'Expired'],
    ['is not valid yet', { notBefore: daysFromNow(1) }, 'NotYetValid'],
  ])('that %s is told to be so when it is refused', async (_what, dates, code) => {
    const wish = { commonName: 'client', issuer: clientAuthority, ...dates }
    for (const version of versions) {
      const report = await call(await startAsking(version), {
        clientCertificate: asClient(issueCertificate(wish)),
      })

      expect(report).toMatchObject({
        failure: { stage: 'clientCertificate', code: `clientCertificate${code}` },
        protection: { asksForCertificate: true },
      })
    }
  })

  test('is missed over TLS 1.3', async () => {
    const report = await call(await startAsking('TLSv1.3'))

    expect(report).toMatchObject({
      failure: { stage: 'tls', code: 'clientCertificateRequired' },
      protection: { asksForCertificate: true },
    })
    expect(report.stages.at(-1)).toMatchObject({ name: 'tls', ok: false })
  })

  test('whose key is too short for OpenSSL is told before anything is sent', async () => {
    const tooShort = asClient(issueCertificate({ commonName: 'short', keyBits: 512 }))
    const server = await startAsking('TLSv1.3')
    const report = await call(server, { clientCertificate: tooShort })

    expect(() =>
      createSecureContext({ key: tooShort.privateKeyPem, cert: tooShort.certificatesPem }),
    ).toThrow()
    expect(report).toMatchObject({ failure: { code: 'clientCertificateKeyTooShort' } })
  })

  test('whose key is that of another is told before anything is sent', async () => {
    const [own, other] = ['own', 'other'].map((commonName) => issueCertificate({ commonName }))
    const mixed = { ...own, privateKey: other?.privateKey } as Issued
    const report = await call(await startAsking('TLSv1.3'), { clientCertificate: asClient(mixed) })

    expect(report).toMatchObject({ failure: { code: 'clientCertificateUnusable' } })
  })
})
