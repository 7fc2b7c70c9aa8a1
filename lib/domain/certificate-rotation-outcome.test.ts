import { describe, expect, test } from 'vitest'
import type { Certificate } from '@/lib/contract/authentication'
import { compareWithForecast, forecastRotation } from './certificate-rotation'

const day = 86_400
const now = 1_800_000_000

const cert = (thumbprint: string, from: number, to: number): Certificate => ({
  thumbprint,
  notBefore: now + from * day,
  notAfter: now + to * day,
  isActive: false,
})
const active = (...validity: Parameters<typeof cert>) => ({ ...cert(...validity), isActive: true })

describe('the connector is compared with the forecast', () => {
  const present = [active('A', -300, 20)]
  const candidate = { ...cert('N', -1, 365), thumbprint: 'n' }
  const forecast = forecastRotation({ present, candidate, mode: 'add', now })

  test.each([
    [
      'as foretold',
      [cert('A', -300, 20), active('N', -1, 365)],
      { kind: 'asForecast', active: 'N' },
    ],
    [
      'another is active',
      [active('A', -300, 20), cert('N', -1, 365)],
      { kind: 'different', expected: ['N'], active: 'A' },
    ],
    [
      'none is active',
      [cert('A', -300, 20), cert('N', -1, 365)],
      { kind: 'different', expected: ['N'], active: null },
    ],
    ['the new one is not there', [active('A', -300, 20)], { kind: 'missing', active: 'A' }],
  ])('%s', (_name, afterwards, outcome) => {
    expect(compareWithForecast(forecast, candidate, afterwards)).toEqual(outcome)
  })
})
