/** The view of the person who signs up on an endpoint's answer. */
import type { Claims, ConnectorTestResult } from '@/lib/contract/connector-test'
import type { Step } from '@/lib/contract/identifiers'
import { claimText } from './claim-text'
import { claimKey, extensionName } from './claims'
import { meantAction, reservedNames } from './contract-rules'
import { readJson } from './json-reading'

/**
 * What becomes of the claims of a Continue (Entra and Azure AD B2C: add an API connector, enrich
 * tokens): they fill in the form, override what was filled in, or go into the token and nowhere else.
 */
export type Effect = 'prefilled' | 'overridden' | 'inToken'

const effectAtStep: Readonly<Record<Step, Effect>> = {
  postFederationSignup: 'prefilled',
  postAttributeCollection: 'overridden',
  preTokenIssuance: 'inToken',
}

export type ChangedClaim = {
  /** Without the app id, as administrators know the attribute. */
  readonly name: string
  readonly from: string | null
  readonly to: string
}

export type Preview =
  | {
      readonly kind: 'continues'
      readonly effect: Effect
      /** Null when too much was answered to show all of it. */
      readonly claims: readonly ChangedClaim[] | null
    }
  | { readonly kind: 'blocked' | 'asksAgain'; readonly message: string }
  /** Microsoft's own page about an error, which tells nobody what is wrong. */
  | { readonly kind: 'error' }

type Previewed = Pick<ConnectorTestResult, 'response' | 'verdict' | 'request'>

export function previewOf({ response, verdict, request }: Previewed, step: Step): Preview {
  const action = verdict?.valid ? meantAction(verdict.action) : null
  if (!response || !action) return { kind: 'error' }
  const answer = response.isCut ? null : readJson(response.body).object
  if (action !== 'Continue') return { kind: kindOfStop[action], message: messageOf(answer) }
  const claims = answer && changedClaims(request.body, answer)
  return { kind: 'continues', effect: effectAtStep[step], claims }
}

const messageOf = (answer: Claims | null): string =>
  typeof answer?.userMessage === 'string' ? answer.userMessage : ''

const kindOfStop = { ShowBlockPage: 'blocked', ValidationError: 'asksAgain' } as const

function changedClaims(sent: Claims, answer: Claims): ChangedClaim[] {
  // Of several spellings of the same attribute the first counts, and a map keeps the last.
  const formerly = new Map(
    Object.entries(sent)
      .map(([name, value]) => [claimKey(name), value] as const)
      .toReversed(),
  )
  return Object.entries(answer)
    .filter(([name]) => !reservedNames.some((reserved) => reserved === name))
    .map(([name, value]) => {
      const former = formerly.get(claimKey(name))
      return {
        name: extensionName(name)?.attribute ?? name,
        from: former === undefined ? null : claimText(former),
        to: claimText(value),
      }
    })
}
