/** Whether Microsoft accepts an endpoint's answer, and what it asks for. */
import type { Finding, Verdict } from '@/lib/contract/connector-test'
import { claimRules } from './claim-rules'
import { contractRules, isReserved, meantAction } from './contract-rules'
import { formatRules } from './format-rules'
import { httpRules } from './http-rules'
import { readJson, type JsonReading } from './json-reading'
import type { JudgedTest, ObservedAnswer, Rule, Subject, Values } from './rule'
import { sentNames } from './sent-names'
import { timeRules } from './time-rules'

export type { JudgedTest, ObservedAnswer } from './rule'

/** Every rule, in the order in which findings are told. */
export const rules: readonly Rule[] = [
  ...httpRules,
  ...formatRules,
  ...contractRules,
  ...claimRules,
  ...timeRules,
]

/** Judges any answer; never throws. */
export function judgeAnswer(answer: ObservedAnswer, test: JudgedTest): Verdict {
  const subject = subjectOf(answer, test)
  const findings = rules.flatMap((rule) =>
    rule
      .broken(subject)
      .slice(0, manyFindings)
      .map((values) => findingOf(rule, values)),
  )
  const action = subject.body?.action
  return {
    valid: !findings.some(({ severity }) => severity === 'error'),
    action: typeof action === 'string' ? shortened(action) : null,
    findings,
  }
}

/** One rule that is broken a thousand times says nothing new after these. */
const manyFindings = 10

function subjectOf(answer: ObservedAnswer, test: JudgedTest): Subject {
  const reading = readJson(answer.isTruncated || !answer.isUtf8 ? '' : answer.text)
  const body = isMeant(answer, reading) ? reading.object : null
  const action = meantAction(body?.action)
  const entries = Object.entries(body ?? {})
  const claims = entries.filter(([name]) => !isReserved(name))
  return { answer, test, sent: sentNames(test.sent), reading, body, entries, claims, action }
}

/** An error page may be JSON, too. */
const isMeant = ({ status }: ObservedAnswer, { object }: JsonReading) =>
  status === 200 || status === 400 || meantAction(object?.action) !== null

function findingOf({ name, severity, message }: Rule, values: Values): Finding {
  const shown = Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key,
      typeof value === 'string' ? shortened(value) : value,
    ]),
  )
  return {
    rule: name,
    severity,
    message: message.replaceAll(/\{(\w+)\}/g, (_all, key: string) => String(shown[key])),
    ...(Object.keys(shown).length > 0 ? { values: shown } : {}),
  }
}

/** A name may be a megabyte long. */
const longText = 120
const shortened = (text: string) => (text.length > longText ? `${text.slice(0, longText)}…` : text)
