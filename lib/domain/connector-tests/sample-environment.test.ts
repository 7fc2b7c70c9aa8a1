import { expect, it } from 'vitest'
import type { Authentication } from '@/lib/contract/authentication'
import { environmentText, sampleEnvironment } from './sample-environment'

const now = 1_800_000_000

const textOf = (authentication: Authentication) => {
  const environment = sampleEnvironment(authentication, now)
  return environment && environmentText(environment)
}

it('accepts the certificate in use and the next one, and none that has expired', () => {
  const certificate = (thumbprint: string, from: number, until: number) => ({
    thumbprint,
    notBefore: now + from,
    notAfter: now + until,
    isActive: thumbprint === 'AA',
  })
  const certificateList = [
    certificate('AA', -10, 10),
    certificate('BB', -10, -5),
    certificate('CC', 5, 20),
    certificate('DD', -10, 10),
  ]

  expect(
    textOf({ '@odata.type': '#microsoft.graph.clientCertificateAuthentication', certificateList }),
  ).toBe('CONNECTOR_THUMBPRINTS=AA,CC,DD')
})

it('knows the user name of Basic credentials and leaves the password open', () => {
  expect(textOf({ '@odata.type': '#microsoft.graph.basicAuthentication', username: 'svc' })).toBe(
    'CONNECTOR_USERNAME=svc\nCONNECTOR_PASSWORD=',
  )
})

it('knows nothing of another kind of authentication', () => {
  expect(textOf({ '@odata.type': 'unknown', graphType: null })).toBeNull()
})
