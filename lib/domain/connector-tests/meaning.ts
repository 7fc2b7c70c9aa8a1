/** The meaning of an answer that broke the contract, as far as that can be told. */
import type { Claims } from '@/lib/contract/connector-test'
import { meantAction, reservedNames } from './contract-rules'
import { readJson } from './json-reading'
import type { Action } from './rule'

/**
 * `refuse`: to keep the person from going on, in whichever way; `mend`: the answer is not what is wrong,
 * but credentials, address, method, rate or the server itself; `unknown`: it cannot be told.
 */
export type Meaning = Action | 'refuse' | 'mend' | 'unknown'

type Answer = { readonly status: number; readonly text: string }

/** Statuses by which servers in general refuse a caller, not a person who signs up. */
const refusesCaller: readonly number[] = [401, 403, 404, 405, 410, 429]

/** Never `Continue` for what may have been meant to refuse: that would let in whom it keeps out. */
export function meaningOf(answer: Answer): Meaning {
  const signs = signsOf(answer)
  const { action } = signs
  if (action === 'ShowBlockPage' || action === 'ValidationError') return action
  if (saysNothing(answer, signs)) return 'mend'
  if (isRefusal(answer, signs)) return kindOfRefusal(signs.words)
  return goesOn(answer, signs) ? 'Continue' : 'unknown'
}

/** The server's own word in place of an answer: it refuses the caller, sends him elsewhere, or has failed. */
function saysNothing({ status }: Answer, { action, hasMessage }: Signs): boolean {
  if (hasMessage) return false
  const isElsewhere = status >= 300 && status < 400
  return refusesCaller.includes(status) || (action === null && (isElsewhere || status >= 500))
}

type Signs = {
  readonly action: Action | null
  /** Something to show to the person, in any spelling. */
  readonly hasMessage: boolean
  /** Where words may tell that it refuses: an action of its own, or all of a body that is no JSON. */
  readonly words: string
  /** Claims are what only Continue can carry. */
  readonly hasClaims: boolean
}

function signsOf({ text }: Answer): Signs {
  const { object } = readJson(text)
  if (!object || Object.keys(object).length === 0) return signsOfText(text)
  const written = valueOf(object, 'action')
  const message = valueOf(object, 'userMessage') ?? ''
  const action = meantAction(written)
  return {
    action,
    hasMessage: message !== '',
    words: typeof written === 'string' && action === null ? written : '',
    hasClaims: Object.keys(object).some((name) => !reserved.includes(plain(name))),
  }
}

function signsOfText(text: string): Signs {
  const isPage = /^\s*</.test(text)
  const hasMessage = /user[^a-z]?message/i.test(text)
  return { action: null, hasMessage, words: isPage ? '' : text, hasClaims: false }
}

/** A name in any spelling: `UserMessage`, `user_message`. */
const plain = (name: string) => name.toLowerCase().replaceAll(/[^a-z]/g, '')

const reserved = reservedNames.map(plain)

const valueOf = (body: Claims, wanted: string): unknown =>
  Object.entries(body).find(([name]) => plain(name) === plain(wanted))?.[1]

function isRefusal({ status }: Answer, { action, hasMessage, words }: Signs): boolean {
  if (/block|valid|den(?:y|ied)|reject|refus|forbid/i.test(words)) return true
  // With a 200, Continue may carry a message that nobody is shown; without an action, it is for somebody.
  return hasMessage && (action === null || (status >= 400 && status < 500))
}

const goesOn = ({ status }: Answer, { action, hasClaims }: Signs) =>
  action === 'Continue' || (status === 200 && hasClaims)

/** A word tells how it meant to refuse; without one either way will do. */
function kindOfRefusal(words: string): Meaning {
  if (/block/i.test(words)) return 'ShowBlockPage'
  return /valid/i.test(words) ? 'ValidationError' : 'refuse'
}
