import { describe, expect, it } from 'vitest'
import { answerText, correctedAnswer } from './corrected-answer'
import { answer, beforeCreating, block, json, proceed, refuse } from './testing/answers'
import { ruleCases } from './testing/rule-cases'
import { judgeAnswer, type JudgedTest } from './verdict'

function corrected(rule: string, ...[observed, test]: Parameters<typeof judgeAnswer>) {
  const verdict = judgeAnswer(observed, test)
  const finding = verdict.findings.find((found) => found.rule === rule)
  if (!finding) throw new Error(`${rule} is not broken`)
  return correctedAnswer(finding, verdict.action, test)
}

describe('the corrected answer', () => {
  it.each(ruleCases)('to $rule is one that Microsoft accepts', ({ rule, observed, test }) => {
    const { status, contentType, body } = corrected(rule, observed, test)

    const verdict = judgeAnswer(
      json(body, { status, headers: [['content-type', contentType]] }),
      test,
    )
    expect(verdict.valid).toBe(true)
    expect(verdict.findings.some((found) => found.rule === rule)).toBe(false)
  })

  it.each([
    ['bodyStatusMissing', json({ ...refuse(), status: undefined }, { status: 400 }), 400],
    ['blockPageStatus', json(block(), { status: 403 }), 200],
    ['continueStatus', json(proceed(), { status: 400 }), 200],
  ])('to %s keeps to what the endpoint meant', (rule, observed, status) => {
    const sample = corrected(rule, observed, beforeCreating)

    expect(sample.status).toBe(status)
    expect(sample.body.action).toBe(judgeAnswer(observed, beforeCreating).action)
  })

  it('asks for what is possible at the step instead', () => {
    const first: JudgedTest = { ...beforeCreating, step: 'postFederationSignup' }
    const last: JudgedTest = { ...beforeCreating, step: 'preTokenIssuance' }
    const observed = json(refuse(), { status: 400 })

    expect(corrected('validationErrorAtStep', observed, first).body.action).toBe('ShowBlockPage')
    expect(corrected('validationErrorAtStep', observed, last).body.action).toBe('Continue')
  })

  it('shows the claim at fault as it should be', () => {
    const sample = corrected('claimNotText', json(proceed({ postalCode: 150 })), beforeCreating)

    expect(sample.body).toEqual({ version: '1.0.0', action: 'Continue', postalCode: '0150' })
  })

  it('can be read as it goes over the wire', () => {
    expect(answerText(corrected('notJson', answer('{'), beforeCreating))).toBe(
      'HTTP/1.1 200 OK\nContent-Type: application/json; charset=utf-8\n\n' +
        '{\n  "version": "1.0.0",\n  "action": "Continue"\n}',
    )
  })
})
