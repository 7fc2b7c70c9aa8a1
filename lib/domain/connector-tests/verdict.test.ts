import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answer, appId, beforeCreating, block, json, proceed, refuse } from './testing/answers'
import { ruleCases } from './testing/rule-cases'
import { judgeAnswer, rules, type JudgedTest } from './verdict'

const rulesOf = (...given: Parameters<typeof judgeAnswer>) =>
  judgeAnswer(...given).findings.map(({ rule }) => rule)

const at = (step: JudgedTest['step']): JudgedTest => ({ ...beforeCreating, step })

describe('a sound answer', () => {
  it.each([
    ['Continue', json(proceed()), at('postFederationSignup')],
    ['Continue', json(proceed()), at('postAttributeCollection')],
    ['Continue', json(proceed()), at('preTokenIssuance')],
    ['Continue', json(proceed({ postalCode: '12349' })), beforeCreating],
    ['Continue', json(proceed({ [`extension_${appId}_Tier`]: 'gold' })), beforeCreating],
    ['Continue', json(proceed({ extension_Tier: true })), beforeCreating],
    // The same text twice is no name twice.
    ['Continue', json(proceed({ postalCode: 'L', surname: 'L' })), beforeCreating],
    ['Continue', json(proceed({ email: 'kim@fabrikam.example' })), beforeCreating],
    ['ShowBlockPage', json(block()), at('postFederationSignup')],
    ['ShowBlockPage', json(block()), at('postAttributeCollection')],
    ['ValidationError', json(refuse(), { status: 400 }), beforeCreating],
    ['ValidationError', json(refuse({ status: '400' }), { status: 400 }), beforeCreating],
    ['Continue', json(proceed(), { totalMs: 2_000 }), beforeCreating],
    ['Continue', answer(` ${JSON.stringify(proceed(), null, 2)}\r\n`), beforeCreating],
    ['Continue', answer('{"version":",}","action":"Continue"}'), beforeCreating],
  ] as const)('%s breaks no rule', (action, observed, test) => {
    expect(judgeAnswer(observed, test)).toEqual({ valid: true, action, findings: [] })
  })
})

describe('a rule', () => {
  it.each(ruleCases)(
    '$rule is found broken as $severity, and the answer valid: $verdict.valid',
    ({ rule, severity, values, verdict, observed, test }) => {
      const { findings, ...judged } = judgeAnswer(observed, test)

      expect(judged).toEqual(verdict)
      const [{ message, ...told } = { message: '' }] = findings.filter(
        (found) => found.rule === rule,
      )
      expect(told).toEqual({ rule, severity, ...(values && { values }) })
      expect(message).not.toMatch(/[{}]|undefined/)
      for (const value of Object.values(values ?? {})) expect(message).toContain(String(value))
    },
  )

  it('has a name of its own and an answer here that breaks it', () => {
    const names = rules.map(({ name }) => name)

    expect(new Set(names).size).toBe(names.length)
    expect(names.filter((name) => !ruleCases.some(({ rule }) => rule === name))).toEqual([])
    expect(names.length).toBeGreaterThanOrEqual(30)
  })
})

describe('one fault is told once', () => {
  it.each([
    ['a page about an error', answer('<html>', { status: 500 }), ['serverError']],
    ['a login page', answer('', { status: 302 }), ['redirected']],
    ['a body cut off', answer('{"ver', { isTruncated: true }), ['tooLarge']],
    ['a body in another encoding', answer('x', { isUtf8: false }), ['notUtf8']],
    ['a compressed body', answer('x', { headers: [['content-encoding', 'br']] }), ['compressed']],
    ['a comma too many', answer('{"version":"1","action":"Continue",}'), ['trailingComma']],
    ['two objects', answer('{"version":"1","action":"Continue"}{}'), ['trailingText']],
    ['a misspelt action', json(proceed({ action: 'CONTINUE' })), ['actionCase']],
  ])('%s', (_what, observed, expected) => {
    expect(rulesOf(observed, beforeCreating)).toEqual(expected)
  })
})

it('a blocked page answered with 403 is a wrong status, not wrong credentials', () => {
  expect(rulesOf(json(block(), { status: 403 }), beforeCreating)).toEqual(['blockPageStatus'])
})

it('an extension that was not sent belongs to no other app where no extension was sent', () => {
  const sent = { email: 'kim@fabrikam.example' }
  const observed = json(proceed({ [`extension_${appId}_Tier`]: 'gold' }))

  expect(rulesOf(observed, { ...beforeCreating, sent })).toEqual(['claimNotSent'])
})

it('the claim at fault is named', () => {
  const { findings } = judgeAnswer(json(proceed({ postalCode: null })), beforeCreating)

  expect(findings).toEqual([
    {
      rule: 'nullValue',
      severity: 'error',
      message: 'postalCode is null. Leave out what has no value.',
      values: { claim: 'postalCode' },
    },
  ])
})

it('a name that is very long is shortened, and many of them are told ten times', () => {
  const claims = Object.fromEntries(
    Array.from({ length: 50 }, (_none, index) => [`${index}${'x'.repeat(500)}`, null]),
  )

  const { findings } = judgeAnswer(json(proceed(claims)), beforeCreating)
  const nulls = findings.filter(({ rule }) => rule === 'nullValue')

  expect(nulls).toHaveLength(10)
  expect(JSON.stringify(nulls).length).toBeLessThan(10_000)
})

it('judges whatever comes without an exception', () => {
  const body = fc.oneof(fc.string({ unit: 'binary' }), fc.json(), fc.json().map(damaged))
  fc.assert(
    fc.property(body, fc.integer({ min: 100, max: 599 }), (text, status) => {
      const { valid, findings } = judgeAnswer(answer(text, { status }), beforeCreating)

      expect(valid).toBe(!findings.some(({ rule }) => refusing.has(rule)))
    }),
  )
})

it.each([
  ['brackets', '['.repeat(1_000_000)],
  ['quotes and backslashes', '"\\'.repeat(500_000)],
  ['names', `{${Array.from({ length: 100_000 }, (_none, index) => `"${index}":0`).join()}}`],
  ['commas', `{${',}'.repeat(400_000)}`],
])('a megabyte of %s is judged', (_what, text) => {
  expect(judgeAnswer(answer(text), beforeCreating).valid).toBe(false)
})

/** The rules whose breach makes Microsoft refuse, as the table above says. */
const refusing = new Set(
  ruleCases.filter(({ severity }) => severity === 'error').map(({ rule }) => rule),
)

const damaged = (text: string) =>
  `${text.slice(0, text.length / 2)},}${text.slice(text.length / 2)}`

it.each(['email', 'city', 'anything'])(
  'an answer whose %s is a million brackets is judged',
  (name) => {
    const depth = 400_000
    const text = `{"version":"1.0.0","action":"Continue","${name}":${'['.repeat(depth)}${']'.repeat(depth)}}`

    expect(rulesOf(answer(text), beforeCreating)).toContain('claimList')
  },
)

it('of very many claims the first are judged, and all are counted', () => {
  const many = Object.fromEntries(
    Array.from({ length: 50_000 }, (_, at) => [`extension_a${at}`, 1]),
  )
  const { findings } = judgeAnswer(json({ ...proceed(), ...many }), beforeCreating)

  expect(findings.find(({ rule }) => rule === 'claimsMany')?.values).toEqual({
    count: 50_000,
    judged: 200,
  })
})
