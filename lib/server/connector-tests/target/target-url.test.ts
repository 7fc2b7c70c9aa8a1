import { describe, expect, test } from 'vitest'
import { readTargetUrl } from './target-url'

/** A name of this many characters, of labels that are as long as they may be. */
const nameOf = (length: number) => {
  const labels = `${'a'.repeat(63)}.`.repeat(4)
  return `${labels.slice(0, length - 4)}.com`
}

const refusal = (target: string) =>
  expect.objectContaining({
    code: 'invalidTargetUrl',
    details: [expect.objectContaining({ code: target })],
  }) as Error

describe('a host name', () => {
  test('may have 253 characters', () => {
    expect(readTargetUrl(`https://${nameOf(253)}/`).host).toHaveLength(253)
    expect(readTargetUrl(`https://${nameOf(253)}./`).host).toHaveLength(253)
  })

  test('may not have 254', () => {
    expect(() => readTargetUrl(`https://${nameOf(254)}/`)).toThrow(refusal('targetUrlInvalid'))
  })

  test.each([
    ['63 characters', `${'a'.repeat(63)}.example`, true],
    ['64 characters', `${'a'.repeat(64)}.example`, false],
    ['one character', 'a.example', true],
    ['a hyphen within', 'a-b.example', true],
    ['a hyphen at its end', 'a-.example', false],
    ['a hyphen before it', '-a.example', false],
    ['an underscore', 'a_b.example', false],
  ])('with a label of %s', (_what, host, isTaken) => {
    const read = () => readTargetUrl(`https://${host}/`)

    if (isTaken) expect(read().host).toBe(host)
    else expect(read).toThrow(refusal('targetUrlInvalid'))
  })
})

test.each([
  ['https://API.example.com/check?x=1', 'api.example.com', 443, '/check?x=1'],
  ['https://api.example.com.:8443/', 'api.example.com', 8443, '/'],
  ['https://[::1]:1/', '::1', 1, '/'],
  ['https://münchen.example:65535', 'xn--mnchen-3ya.example', 65_535, '/'],
])('%s is called at its host, its port and its path', (url, ...[host, port, path]) => {
  expect(readTargetUrl(url)).toMatchObject({ host, port, path })
})

test.each([
  ['https://api.example.com:65536/', 'targetUrlInvalid'],
  ['https://api.example.com/a b', 'targetUrlSpace'],
  ['https:\\\\api.example.com/', 'targetUrlInvalid'],
  ['https://@api.example.com/', 'targetUrlUserinfo'],
  ['https://user@api.example.com/', 'targetUrlUserinfo'],
  ['https://api\u200b.example.com/', 'targetUrlInvisible'],
  ['http://api.example.com/', 'targetUrlHttps'],
])('%s is refused as %s', (url, code) => {
  expect(() => readTargetUrl(url)).toThrow(refusal(code))
})
