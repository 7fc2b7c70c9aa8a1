/** What an endpoint could answer instead of what broke a rule. */
import type { Claims, Finding } from '@/lib/contract/connector-test'
import { claimByName, extensionName } from './claims'
import { meantAction } from './contract-rules'
import { statusOfAction, stepsOfAction, type Action, type JudgedTest } from './rule'

export type CorrectedAnswer = {
  readonly status: 200 | 400
  readonly contentType: string
  readonly body: Claims
}

const contentType = 'application/json; charset=utf-8'

/**
 * An answer without that fault: it asks for what the endpoint meant, if that is possible at the step.
 * @param action what the endpoint answered with, as far as it could be told
 */
export function correctedAnswer(
  { rule, values }: Finding,
  action: string | null,
  test: JudgedTest,
): CorrectedAnswer {
  const asked = possibleAction(action, test)
  return {
    status: statusOfAction[asked],
    contentType,
    body: { ...answerOf[asked], ...claimsFor(rule, { ...values }) },
  }
}

/** What is not possible at a step becomes the next gentler action. */
function possibleAction(action: string | null, { step }: JudgedTest): Action {
  const wanted: readonly Action[] = [meantAction(action) ?? 'Continue', 'ShowBlockPage']
  return wanted.find((candidate) => stepsOfAction[candidate].includes(step)) ?? 'Continue'
}

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

/** Only where the fault is in a claim does a claim show how to do it. */
const mends: Readonly<Record<string, Mend>> = {
  claimObject: asText,
  claimList: asText,
  claimNotText: asText,
  claimFraction: (claim) => ({ [claim]: 12 }),
  claimCase: renamed,
  claimSpelling: renamed,
  extensionMalformed: (claim) => ({ [`extension_${claim.split('_').slice(2).join('_')}`]: 'gold' }),
  extensionOtherApp: (claim) => ({
    [`extension_${extensionName(claim)?.attribute ?? 'Name'}`]: 'gold',
  }),
}

function claimsFor(rule: string, values: NonNullable<Finding['values']>): Claims {
  const { claim = '', right = '' } = values
  return mends[rule]?.(String(claim), String(right)) ?? {}
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
