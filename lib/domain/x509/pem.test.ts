import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { toPem } from './pem'

test('PEM is what OpenSSL writes', () => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const der = privateKey.export({ type: 'pkcs8', format: 'der' })

  expect(toPem(der, 'PRIVATE KEY')).toBe(privateKey.export({ type: 'pkcs8', format: 'pem' }))
})

test.each([
  [1, [4]],
  [48, [64]],
  [49, [64, 4]],
  [96, [64, 64]],
  [97, [64, 64, 4]],
])('%i bytes have lines of %j characters', (bytes, lengths) => {
  const [begin, ...lines] = toPem(new Uint8Array(bytes), 'CERTIFICATE').split('\n')

  expect(begin).toBe('-----BEGIN CERTIFICATE-----')
  expect(lines.splice(-2)).toEqual(['-----END CERTIFICATE-----', ''])
  expect(lines.map((line) => line.length)).toEqual(lengths)
})
