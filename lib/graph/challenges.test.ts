import { describe, expect, it } from 'vitest'
import { bearerChallenges } from './challenges'

const claims = 'Bearer realm="", error="insufficient_claims", claims="eyJhIjoxfQ=="'

describe('of the challenges in WWW-Authenticate', () => {
  it.each<[string, string | string[] | undefined, string[]]>([
    ['none are found where there is no header', undefined, []],
    ['a Bearer one is kept as it was written', claims, [claims]],
    ['each line is kept', [claims, 'Bearer'], [claims, 'Bearer']],
    ['a Basic one is dropped', 'Basic realm="x"', []],
    ['a Basic one before it is dropped', `Basic realm="a, b", ${claims}`, [claims]],
    ['a Basic one behind it is dropped', `${claims}, Basic realm="x", charset="UTF-8"`, [claims]],
    ['one without parameters is dropped', `Negotiate, ${claims}`, [claims]],
    ['a token68 is dropped with its scheme', `NTLM TlRMTVNTUAAB==, ${claims}`, [claims]],
    [
      'a comma in quotes divides nothing',
      'Bearer realm="a, Basic b"',
      ['Bearer realm="a, Basic b"'],
    ],
    [
      'blanks around = divide nothing',
      'Bearer realm="a", error = "b"',
      ['Bearer realm="a", error = "b"'],
    ],
    ['an escaped quote ends nothing', 'Bearer realm="a\\", Basic"', ['Bearer realm="a\\", Basic"']],
    ['the scheme may be in any case', 'bearer realm="x"', ['bearer realm="x"']],
    ['a scheme that begins alike is another', 'BearerX realm="x"', []],
  ])('%s', (_, header, expected) => {
    expect(bearerChallenges(header)).toEqual(expected)
  })

  it('a hostile line holds no challenge that a browser could use', () => {
    expect(bearerChallenges('a,'.repeat(8_000))).toEqual([])
    expect(bearerChallenges(`Basic ${'"\\'.repeat(8_000)}`)).toEqual([])
  })
})
