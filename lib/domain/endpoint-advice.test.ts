import { expect, test } from 'vitest'
import { endpointAdvice } from './endpoint-advice'

test.each([
  ['https://localhost:4443/check', 'localhost'],
  ['https://api.localhost/', 'localhost'],
  ['https://LOCALHOST./', 'localhost'],
  ['https://127.0.0.1/', 'localhost'],
  ['https://2130706433/', 'localhost'],
  ['https://[::1]/', 'localhost'],
  ['https://10.1.2.3/', 'privateAddress'],
  ['https://172.16.0.1/', 'privateAddress'],
  ['https://192.168.1.1/', 'privateAddress'],
  ['https://169.254.169.254/', 'privateAddress'],
  ['https://100.64.0.1/', 'privateAddress'],
  ['https://[fd00::1]/', 'privateAddress'],
  ['https://[fe80::1]/', 'privateAddress'],
  ['https://[::ffff:10.0.0.1]/', 'privateAddress'],
  ['https://0.0.0.0/', 'reservedAddress'],
  ['https://240.0.0.1/', 'reservedAddress'],
  ['https://224.0.0.1/', 'reservedAddress'],
  ['https://[ff02::1]/', 'reservedAddress'],
  ['https://intranet/check', 'noDot'],
  ['https://api.contoso.com/check', null],
  ['https://8.8.8.8/', null],
  ['https://[2606:4700::1111]/', null],
  ['nothing like it', null],
  ['', null],
])('%s: %s', (url, advice) => {
  expect(endpointAdvice(url)).toBe(advice)
})
