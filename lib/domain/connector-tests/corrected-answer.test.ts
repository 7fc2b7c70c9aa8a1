import { describe, expect, it } from 'vitest'
import { answerText, correction } from './corrected-answer'
import { answer, beforeCreating, block, json, proceed, refuse, without } from './testing/answers'
import { ruleCases } from './testing/rule-cases'
import { judgeAnswer, type JudgedTest, type ObservedAnswer } from './verdict'

const steps = ['postFederationSignup', 'postAttributeCollection', 'preTokenIssuance'] as const
const at = (step: JudgedTest['step']): JudgedTest => ({ ...beforeCreating, step })

function corrected(rule: string, observed: ObservedAnswer, test = beforeCreating) {
  const finding = judgeAnswer(observed, test).findings.find((found) => found.rule === rule)
  if (!finding) throw new Error(`${rule} is not broken`)
  return correction(finding, { ...observed, step: test.step })
}

/** The first finding of an answer, corrected. */
function correctedFirst(observed: ObservedAnswer, test = beforeCreating) {
  const [finding] = judgeAnswer(observed, test).findings
  if (!finding) throw new Error('no rule is broken')
  return correction(finding, { ...observed, step: test.step })
}

const answersOf = (found: ReturnType<typeof correction>) =>
  found.kind === 'none' ? [] : found.answers
const actionsOf = (found: ReturnType<typeof correction>) =>
  answersOf(found).map(({ body }) => body.action)

describe('a corrected answer', () => {
  it.each(ruleCases)('to $rule is one that Microsoft accepts', ({ rule, observed, test }) => {
    for (const { status, contentType, body } of answersOf(corrected(rule, observed, test))) {
      const headers = [['content-type', contentType]] as const
      const verdict = judgeAnswer(json(body, { status, headers }), test)
      expect(verdict.valid).toBe(true)
      expect(verdict.findings.some((found) => found.rule === rule)).toBe(false)
    }
  })

  it.each([
    ['bodyStatusMissing', json({ ...refuse(), status: undefined }, { status: 400 }), 400],
    ['blockPageStatus', json(block(), { status: 403 }), 200],
    ['continueStatus', json(proceed(), { status: 400 }), 200],
  ])('to %s keeps to what the endpoint meant', (rule, observed, status) => {
    const found = corrected(rule, observed)

    expect(answersOf(found).map((sample) => sample.status)).toEqual([status])
    expect(actionsOf(found)).toEqual([judgeAnswer(observed, beforeCreating).action])
  })

  it('asks for what is possible at the step instead', () => {
    const observed = json(refuse(), { status: 400 })

    expect(
      actionsOf(corrected('validationErrorAtStep', observed, at('postFederationSignup'))),
    ).toEqual(['ShowBlockPage'])
  })

  it('is not offered where nothing can refuse', () => {
    const observed = json(refuse(), { status: 400 })

    expect(corrected('validationErrorAtStep', observed, at('preTokenIssuance'))).toEqual({
      kind: 'none',
      reason: 'nothingRefuses',
    })
  })

  it('shows the claim at fault as it should be', () => {
    const found = corrected('claimNotText', json(proceed({ postalCode: 150 })))

    expect(answersOf(found).map(({ body }) => body)).toEqual([
      { version: '1.0.0', action: 'Continue', postalCode: '0150' },
    ])
  })

  it('is a choice among what the step allows where the meaning cannot be told', () => {
    expect(corrected('notJson', answer('{'))).toMatchObject({ kind: 'choice' })
    expect(actionsOf(corrected('notJson', answer('{')))).toEqual([
      'Continue',
      'ShowBlockPage',
      'ValidationError',
    ])
    expect(actionsOf(corrected('emptyBody', answer(''), at('preTokenIssuance')))).toEqual([
      'Continue',
    ])
  })

  it('can be read as it goes over the wire', () => {
    const [first] = answersOf(corrected('notJson', answer('{')))
    expect(first && answerText(first)).toBe(
      'HTTP/1.1 200 OK\nContent-Type: application/json; charset=utf-8\n\n' +
        '{\n  "version": "1.0.0",\n  "action": "Continue"\n}',
    )
  })
})

describe('an answer that means to refuse', () => {
  const message = 'Postal code unknown'
  const refusals: [name: string, observed: ObservedAnswer][] = [
    [
      'written in PascalCase',
      json(
        { Version: '1.0.0', Status: 400, Action: 'ValidationError', UserMessage: message },
        { status: 400 },
      ),
    ],
    [
      'in the style of custom policies',
      json({ version: '1.0.0', status: 409, userMessage: 'Exists already' }, { status: 409 }),
    ],
    [
      'with a misspelt action',
      json(
        { version: '1.0.0', status: 400, action: 'ValidationErorr', userMessage: 'x' },
        { status: 400 },
      ),
    ],
    ['with an action of its own', json({ version: '1.0.0', action: 'BlockUser' })],
    ['with a denial', json({ version: '1.0.0', action: 'AccessDenied' })],
    ['without an action', json(without(refuse(), 'action'), { status: 400 })],
    ['with a message and no action', json({ version: '1.0.0', userMessage: message })],
    ['that is no JSON', answer("{'action':'ShowBlockPage'}")],
    ['that is cut off', answer('{"version":"1.0.0","userMessage":"No', { status: 400 })],
    ['although it says Continue', json({ ...proceed(), user_message: message }, { status: 422 })],
    ['with a message and 403', json({ userMessage: message }, { status: 403 })],
  ]

  it.each(refusals)('%s is never corrected to Continue', (_name, observed) => {
    for (const step of steps.slice(0, 2)) {
      const found = correctedFirst(observed, at(step))
      expect(actionsOf(found).length).toBeGreaterThan(0)
      expect(actionsOf(found)).not.toContain('Continue')
    }
    expect(correctedFirst(observed, at('preTokenIssuance'))).toEqual({
      kind: 'none',
      reason: 'nothingRefuses',
    })
  })

  it('in words keeps to the kind of refusal', () => {
    expect(actionsOf(correctedFirst(json({ version: '1', action: 'BlockUser' })))).toEqual([
      'ShowBlockPage',
    ])
    expect(
      actionsOf(
        correctedFirst(json({ version: '1', action: 'Validation_Error', userMessage: 'x' })),
      ),
    ).toEqual(['ValidationError'])
  })
})

describe('what is not the answer’s fault', () => {
  it.each([401, 403, 404, 405, 410, 429])('HTTP %i has no corrected answer', (status) => {
    for (const text of ['', '{"error":"no"}', '<h1>No</h1>']) {
      expect(correctedFirst(answer(text, { status }))).toEqual({
        kind: 'none',
        reason: 'notTheAnswer',
      })
    }
  })
})

describe('a body is not what is wrong', () => {
  it.each([301, 302, 307, 308, 500, 502, 503])('with HTTP %i', (status) => {
    expect(correctedFirst(answer('<h1>No</h1>', { status }))).toEqual({
      kind: 'none',
      reason: 'notTheAnswer',
    })
  })

  it('with an answer that took too long', () => {
    const late = answer('{"version":"1.0.0","action":"Continue"}', { totalMs: 12_000 })
    expect(correctedFirst(late)).toEqual({ kind: 'none', reason: 'notTheAnswer' })
  })

  it('but an action with a wrong status has a body to correct', () => {
    const failed = answer('{"version":"1.0.0","action":"Continue"}', { status: 500 })
    expect(actionsOf(correctedFirst(failed))).toEqual(['Continue'])
  })
})

describe('an answer that means to go on', () => {
  it.each([
    ['with claims and no action', json({ version: '1.0.0', postalCode: '0150' })],
    ['with its action in another case', json({ version: '1.0.0', Action: 'continue' })],
    ['with a comma too many', answer('{"version":"1.0.0","action":"Continue",}')],
  ])('%s is corrected to Continue', (_name, observed) => {
    expect(actionsOf(correctedFirst(observed))).toEqual(['Continue'])
  })
})
