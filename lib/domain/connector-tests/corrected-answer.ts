/** A sound answer for an endpoint whose own broke a rule. */
import type { Claims, Finding } from '@/lib/contract/connector-test'
import type { Step } from '@/lib/contract/identifiers'
import { claimByName } from './claims'
import { meaningOf } from './meaning'
import { actions, statusOfAction, stepsOfAction, type Action } from './rule'

export type CorrectedAnswer = {
  readonly action: Action
  readonly status: 200 | 400
  readonly contentType: string
  readonly body: Claims
}

export type Correction =
  /** The meaning of the endpoint's answer or, where that cannot be told, what the step allows. */
  | { readonly kind: 'known' | 'choice'; readonly answers: readonly CorrectedAnswer[] }
  /** Another answer would mend nothing: nothing can refuse at the step, or it is not the answer that is wrong. */
  | { readonly kind: 'none'; readonly reason: 'nothingRefuses' | 'notTheAnswer' }

const contentType = 'application/json; charset=utf-8'

type Answered = { readonly status: number; readonly text: string; readonly step: Step }

/** Rules about the way to an answer, which no other body would mend. */
const notOfAnswer: ReadonlySet<string> = new Set([
  'cookieSet',
  'oldTls',
  'timeLong',
  'timeOverUserFlow',
  'timeOverCustomPolicy',
  'timeOverEverything',
])

/** Answers without that fault. What was meant to refuse is never corrected to Continue. */
export function correction({ rule, values }: Finding, answered: Answered): Correction {
  const meaning = meaningOf(answered)
  if (meaning === 'mend' || notOfAnswer.has(rule)) return { kind: 'none', reason: 'notTheAnswer' }
  const allowed = actions.filter((action) => stepsOfAction[action].includes(answered.step))
  const answersTo = (wanted: readonly Action[]) =>
    wanted.map((action) => correctedTo(action, claimsFor(rule, { ...values })))
  if (meaning === 'unknown') return { kind: 'choice', answers: answersTo(allowed) }
  if (meaning === 'Continue') return { kind: 'known', answers: answersTo([meaning]) }
  const refusals = allowed.filter((action) => action !== 'Continue')
  if (refusals.length === 0) return { kind: 'none', reason: 'nothingRefuses' }
  const meant = refusals.filter((action) => action === meaning)
  const wanted = meant.length > 0 ? meant : refusals
  return { kind: wanted.length === 1 ? 'known' : 'choice', answers: answersTo(wanted) }
}

const correctedTo = (action: Action, claims: Claims): CorrectedAnswer => ({
  action,
  status: statusOfAction[action],
  contentType,
  body: { ...answerOf[action], ...claims },
})

const answerOf: Readonly<Record<Action, Claims>> = {
  Continue: { version: '1.0.0', action: 'Continue' },
  ShowBlockPage: {
    version: '1.0.0',
    action: 'ShowBlockPage',
    userMessage: 'Sign-up is open to partners of Contoso only. Ask your contact for an invitation.',
  },
  ValidationError: {
    version: '1.0.0',
    status: 400,
    action: 'ValidationError',
    userMessage: 'We do not know this postal code. Please check it.',
  },
}

type Mend = (claim: string, right: string) => Claims

const asText: Mend = (claim) => ({ [claim]: exampleOf(claim) })
const renamed: Mend = (_claim, right) => ({ [right]: exampleOf(right) })

/** `extension_{app id}_{attribute}` needs no app id in an answer. */
const withoutAppId: Mend = (claim) => ({
  [`extension_${claim.split('_').slice(2).join('_')}`]: 'gold',
})

/** Only where the fault is in a claim does a claim show how to do it. */
const mends: Readonly<Record<string, Mend>> = {
  claimObject: asText,
  claimList: asText,
  claimNotText: asText,
  claimFraction: (claim) => ({ [claim]: 12 }),
  claimCase: renamed,
  claimSpelling: renamed,
  extensionMalformed: withoutAppId,
  extensionOtherApp: withoutAppId,
}

function claimsFor(rule: string, values: NonNullable<Finding['values']>): Claims {
  return mends[rule]?.(String(values['claim']), String(values['right'])) ?? {}
}

const examples: Readonly<Record<string, string>> = {
  postalCode: '0150',
  surname: 'Lindqvist',
  lastName: 'Lindqvist',
  givenName: 'Kim',
  displayName: 'Kim Lindqvist',
  streetAddress: '12 Harbour Road',
}

const exampleOf = (claim: string): string =>
  examples[claim] ?? (claimByName(claim) ? 'Oslo' : 'gold')

/** As it goes over the wire: status line, content type, body. */
export const answerText = ({ status, contentType: type, body }: CorrectedAnswer): string =>
  [
    `HTTP/1.1 ${status} ${status === 200 ? 'OK' : 'Bad Request'}`,
    `Content-Type: ${type}`,
    '',
    JSON.stringify(body, null, 2),
  ].join('\n')
