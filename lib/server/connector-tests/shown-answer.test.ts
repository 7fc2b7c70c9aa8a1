import { describe, expect, test } from 'vitest'
import type { HeaderPairs } from '@/lib/contract/connector-test'
import { connectorTest } from '@/lib/contract/testing/connector-test'
import { createMask } from '@/lib/graph/sent-secrets'
import { readAnswer, responseOf, verdictOf } from './shown-answer'

const { password } = connectorTest.authentication
const mask = createMask({ passwords: [password], credentials: undefined, query: '' })

const json: HeaderPairs = [['content-type', 'application/json']]

const answer = (body: string | Uint8Array, headers: HeaderPairs = json) => ({
  status: 200,
  headers,
  bytes: Buffer.from(body),
  isTruncated: false,
})

const circumstances = { totalMs: 100, tlsProtocol: 'TLSv1.3', certificateDates: null }

const shown = (given: ReturnType<typeof answer>) => responseOf(readAnswer(given, mask))
const judged = (given: ReturnType<typeof answer>) =>
  verdictOf(connectorTest, { read: readAnswer(given, mask), ...circumstances }, mask)

const proceed = '{"version":"1.0.0","action":"Continue"}'

describe('an answer', () => {
  test('is shown as it came', () => {
    expect(shown(answer(proceed))).toEqual({
      status: 200,
      headers: json,
      body: proceed,
      isCut: false,
      byteLength: proceed.length,
    })
    expect(judged(answer(proceed))).toEqual({ valid: true, action: 'Continue', findings: [] })
  })

  test('loses what was sent as a secret, in its headers too', () => {
    const headers: HeaderPairs = [...json, [`x-${password}`, `a ${password}`]]

    expect(shown(answer(`{"city":"${password}"}`, headers))).toMatchObject({
      body: '{"city":"•••"}',
      headers: [json[0], ['x-•••', 'a •••']],
    })
  })

  test('that is still encoded is not shown', () => {
    for (const [encoding, body] of [
      ['gzip', ''],
      ['identity', proceed],
      ['', proceed],
      [' identity ', proceed],
    ] as const) {
      const headers: HeaderPairs = [...json, ['content-encoding', encoding]]
      expect(shown(answer(proceed, headers)).body).toBe(body)
    }
  })

  test('is cut between two characters', () => {
    const cut = shown(answer('ä'.repeat(40_000)))

    expect(cut).toMatchObject({ isCut: true, byteLength: 80_000 })
    expect(cut.body).toBe('ä'.repeat(32 * 1024))
    expect(shown(answer('a'.repeat(64 * 1024))).isCut).toBe(false)
  })

  test('that was not read to its end is cut', () => {
    expect(shown({ ...answer('{'), isTruncated: true }).isCut).toBe(true)
  })
})

describe('the verdict', () => {
  const rulesOf = (given: ReturnType<typeof answer>) =>
    judged(given).findings.map(({ rule }) => rule)

  test('sees a byte order mark that is really there', () => {
    expect(rulesOf(answer(Buffer.from([0xef, 0xbb, 0xbf, ...Buffer.from(proceed)])))).toEqual([
      'byteOrderMark',
    ])
  })

  test('sees bytes that are no UTF-8', () => {
    expect(rulesOf(answer(Buffer.from([0x7b, 0xff, 0x7d])))).toEqual(['notUtf8'])
  })

  test('is on the answer as it came, and quotes it without secrets', () => {
    const { valid, findings } = judged(
      answer(`{"version":"1.0.0","action":"Continue","${password}":"a"}`),
    )

    expect(valid).toBe(true)
    expect(findings).toMatchObject([{ rule: 'claimUnknown', values: { claim: '•••' } }])
    expect(JSON.stringify(findings)).not.toContain(password)
  })

  test('has no secret in its action', () => {
    expect(judged(answer(`{"version":"1.0.0","action":"${password}"}`))).toMatchObject({
      valid: false,
      action: '•••',
      findings: [{ rule: 'actionUnknown', values: { written: '•••' } }],
    })
  })

  test('has none where the masked answer would break other rules', () => {
    // As a secret, the version is what the answer's own rules ask for.
    const version = createMask({ passwords: ['"1.0.0"'], credentials: undefined, query: '' })
    const given = answer('{"version":"1.0.0","action":"\\"1.0.0\\""}')
    const verdict = verdictOf(
      connectorTest,
      { read: readAnswer(given, version), ...circumstances },
      version,
    )

    expect(verdict.findings.map(({ rule }) => rule)).toEqual(['actionUnknown'])
    expect(JSON.stringify(verdict)).not.toContain('1.0.0')
  })
})
