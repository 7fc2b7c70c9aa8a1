/**
 * What each fault comes to, by kind of operation, with the exceptions named. The browser suite
 * (`e2e/fault-matrix.e2e.ts`) sees every cell; `docs/faults.md` is written from the same table.
 */
import type { FaultName } from './faults'
import type { Operation } from './operation'
import { operations, type OperationName } from './operations'

/** How the portal comes to the end in spite of a fault, and how often the call reaches Graph then. */
export const ways = {
  again: { words: 'done, unseen', calls: 2 },
  renewed: { words: 'done, unseen', calls: 2 },
  found: { words: 'done, found by looking', calls: 1 },
  lookedAndSent: { words: 'done, looked and sent again', calls: 2 },
} as const

export type Expectation =
  | { readonly kind: 'done'; readonly way: keyof typeof ways }
  | {
      readonly kind: 'said'
      /** The heading of the notice. The call has reached Graph once. */
      readonly title: string
      readonly buttons: readonly string[]
      /** True when it is certain only after several looks. */
      readonly isSlow: boolean
    }

const done = (way: keyof typeof ways): Expectation => ({ kind: 'done', way })

const said = (
  title: string,
  { buttons = [], isSlow = false }: Partial<Said> = {},
): Expectation => ({ kind: 'said', title, buttons, isSlow })

type Said = Extract<Expectation, { readonly kind: 'said' }>

const notSeen = said('It has probably not happened', {
  buttons: ['Check again', 'Try again'],
  isSlow: true,
})

/** What only a person can end, whatever the operation. */
const refused = {
  tokenExpired: done('renewed'),
  claimsChallenge: said('Microsoft asks for extra verification', {
    buttons: ['Verify it is you'],
  }),
  noScope: said('The permission for this is missing'),
  noRole: said('Microsoft refused although you have the role'),
  absent: said('This connector does not exist'),
  conflict: said('Two changes met'),
} as const

type Row = Readonly<Record<FaultName, Expectation>>

const byKind: Readonly<Record<Operation['kind'], Row>> = {
  read: {
    throttledFor: done('again'),
    throttled: done('again'),
    serverError: done('again'),
    gatewayPage: done('again'),
    unavailable: done('again'),
    gatewayTimeout: done('again'),
    reset: done('again'),
    lostAnswer: done('again'),
    truncated: done('again'),
    notJson: done('again'),
    silence: done('again'),
    silenceAfter: done('again'),
    ...refused,
  },
  absolute: {
    throttledFor: done('again'),
    throttled: done('again'),
    serverError: done('lookedAndSent'),
    gatewayPage: done('lookedAndSent'),
    unavailable: done('lookedAndSent'),
    gatewayTimeout: done('lookedAndSent'),
    reset: done('lookedAndSent'),
    lostAnswer: done('found'),
    truncated: done('found'),
    notJson: done('lookedAndSent'),
    silence: done('lookedAndSent'),
    silenceAfter: done('found'),
    ...refused,
  },
  additive: {
    throttledFor: done('again'),
    throttled: done('again'),
    serverError: notSeen,
    gatewayPage: notSeen,
    unavailable: notSeen,
    gatewayTimeout: notSeen,
    reset: notSeen,
    lostAnswer: done('found'),
    truncated: done('found'),
    notJson: notSeen,
    silence: notSeen,
    silenceAfter: done('found'),
    ...refused,
  },
}

const addressUnknown = said('This version of Microsoft Graph does not have this')

const ofFlows = {
  noScope: said('The permission for user flows is missing'),
  absent: said('The user flow or the connector does not exist'),
} as const

const listOfFlows = { ...ofFlows, absent: addressUnknown } as const

const exceptions: Readonly<Partial<Record<OperationName, Partial<Row>>>> = {
  list: { absent: addressUnknown },
  create: { absent: addressUnknown },
  // The form can become that of a new connector.
  update: { absent: said('This connector was deleted in the meantime') },
  'list flows': listOfFlows,
  'read configuration': ofFlows,
  attach: ofFlows,
  clear: ofFlows,
  'list flows (B2C)': listOfFlows,
  'read configuration (B2C)': ofFlows,
  'attach (B2C)': ofFlows,
  'clear (B2C)': ofFlows,
}

export function expected(operation: OperationName, fault: FaultName): Expectation {
  return exceptions[operation]?.[fault] ?? byKind[operations[operation].kind][fault]
}

/** Faults that last until somebody has lost patience. */
const silences: readonly FaultName[] = ['silence', 'silenceAfter']

export type Pace = 'fast' | 'looking' | 'silent'

/** How long a cell takes: a moment, seven seconds of looking, or half a minute. */
export function paceOf(operation: OperationName, fault: FaultName): Pace {
  if (silences.includes(fault)) return 'silent'
  const expectation = expected(operation, fault)
  return expectation.kind === 'said' && expectation.isSlow ? 'looking' : 'fast'
}
