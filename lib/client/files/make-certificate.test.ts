import { createHash, X509Certificate } from 'node:crypto'
import { expect, test } from 'vitest'
import { inspectPkcs12 } from '@/lib/domain/pkcs12/inspect-pkcs12'
import { makeCertificate } from './make-certificate'

test('a made certificate comes as a file with its key, alone, and as text, and all are the same', async () => {
  const notBefore = Math.floor(Date.UTC(2026, 0, 1) / 1000)
  const notAfter = notBefore + 90 * 86_400
  const made = await makeCertificate({
    commonName: 'Loyalty API',
    keyBits: 2048,
    notBefore,
    notAfter,
  })

  const inside = await inspectPkcs12(made.pfx, made.password)
  const alone = new X509Certificate(made.certificate)
  const thumbprint = createHash('sha1').update(made.certificate).digest('hex').toUpperCase()
  expect(inside).toMatchObject({
    ok: true,
    leaf: { thumbprint, commonName: 'Loyalty API', notBefore, notAfter },
    isSelfSigned: true,
  })
  expect(new X509Certificate(made.pem).raw).toEqual(alone.raw)
  expect(made.pem).toMatch(/^-----BEGIN CERTIFICATE-----/)
  expect(made.notAfter).toBe(notAfter)
  expect(made.password.length).toBeGreaterThanOrEqual(20)
})
