import { expect, test } from 'vitest'
import { findActiveCertificate } from '../graph/certificate-activity'
import type { StoredCertificate, StoredConnector } from '../state/stored'
import { realNowSeconds } from '../state/world'
import { demoIds } from './demo-connectors'
import { createSeed } from './seeds'

const tlsUrl = 'https://localhost:4443'
const seed = createSeed('demo', { tenant: 'workforce', tlsUrl })
const customers = createSeed('demo', { tenant: 'b2c', tlsUrl })
const now = realNowSeconds()
const day = 86_400

function uploads(id: string): readonly StoredCertificate[] {
  const connector = seed.connectors.find((one) => one.id === id)
  return connector?.authentication.kind === 'certificates'
    ? connector.authentication.uploadOrder
    : []
}

function active(id: string): StoredCertificate | undefined {
  return findActiveCertificate(uploads(id), now)
}

function usesOf(id: string): number {
  const attached = seed.flows.flatMap((flow) => Object.values(flow.steps))
  return attached.filter((connectorId) => connectorId === id).length
}

test('the demo is big enough to look real and leaves room below the limit of 20', () => {
  expect(seed.connectors.length).toBeGreaterThanOrEqual(12)
  expect(seed.connectors.length).toBeLessThanOrEqual(15)
  expect(seed.flows).toHaveLength(8)
  expect(customers.connectors.length).toBeGreaterThanOrEqual(8)
  expect(customers.flows).toHaveLength(6)
})

test('each tenant has the flows of its kind only, and only customers a token step', () => {
  expect(new Set(seed.flows.map(({ kind }) => kind))).toEqual(new Set(['b2xUserFlows']))
  expect(seed.flows.every(({ steps }) => steps.preTokenIssuance === null)).toBe(true)
  expect(new Set(customers.flows.map(({ kind }) => kind))).toEqual(new Set(['b2cUserFlows']))
  expect(customers.flows.some(({ steps }) => steps.preTokenIssuance !== null)).toBe(true)
  expect(createSeed('demo', { tenant: 'external', tlsUrl })).toEqual({ connectors: [], flows: [] })
})

test.each([
  ['workforce', seed],
  ['b2c', customers],
])('%s: every id is there once, and every step names a connector that exists', (_kind, seed) => {
  const ids = seed.connectors.map(({ id }) => id)
  const attached = seed.flows
    .flatMap((flow) => Object.values(flow.steps))
    .filter((id) => id !== null)
  expect(new Set(ids).size).toBe(ids.length)
  expect(attached.every((id) => ids.includes(id))).toBe(true)
})

test('a certificate is active for long', () => {
  expect(active(demoIds.approval)?.notAfter).toBeGreaterThan(now + 200 * day)
})

test('one expires in 6 days, counted from the reset', () => {
  const { notAfter = 0 } = active(demoIds.exportControl) ?? {}
  expect(Math.round((notAfter - now) / day)).toBe(6)
})

test('one has run out, one waits to begin, and one has neither active', () => {
  expect(active(demoIds.fraud)).toBeUndefined()
  expect(uploads(demoIds.fraud)[0]?.notAfter).toBeLessThan(now)
  expect(active(demoIds.supplier)).toBeUndefined()
  expect(uploads(demoIds.supplier)[0]?.notBefore).toBeGreaterThan(now)
  expect(uploads(demoIds.identityProofing)).toHaveLength(2)
  expect(active(demoIds.identityProofing)).toBeUndefined()
})

test('two valid certificates: the later upload is active; a staged one is not yet', () => {
  expect(active(demoIds.membership)).toBe(uploads(demoIds.membership)[1])
  expect(active(demoIds.invitation)).toBe(uploads(demoIds.invitation)[0])
})

test('connectors are unused, used once and used in several steps', () => {
  expect(usesOf(demoIds.ageCheck)).toBe(0)
  expect(usesOf(demoIds.loyalty)).toBe(1)
  expect(usesOf(demoIds.membership)).toBeGreaterThan(1)
})

test('names repeat, run long, and run from right to left', () => {
  const names = seed.connectors.map(({ displayName }) => displayName)
  expect(new Set(names).size).toBeLessThan(names.length)
  expect(names.some((name) => name.length > 200)).toBe(true)
  expect(names.some((name) => /\p{Script=Arabic}/u.test(name))).toBe(true)
})

test('an id begins with RestApi_, and a URL carries a function key', () => {
  const holds = (check: (connector: StoredConnector) => boolean) => seed.connectors.some(check)
  expect(holds(({ id }) => id.startsWith('RestApi_'))).toBe(true)
  expect(holds(({ targetUrl }) => targetUrl.includes('?code='))).toBe(true)
})

test('some endpoints are the sample APIs of this emulator', () => {
  const urls = seed.connectors.map(({ targetUrl }) => targetUrl)
  expect(
    urls.filter((url) => url.startsWith('https://localhost:4443/samples/')).length,
  ).toBeGreaterThan(3)
})
