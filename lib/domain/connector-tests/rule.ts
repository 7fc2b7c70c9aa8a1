/** A rule of the runtime contract, and the answer that it judges. */
import type { Claims, Severity, TenantKind } from '@/lib/contract/connector-test'
import type { Step } from '@/lib/contract/identifiers'
import type { JsonReading } from './json-reading'
import type { SentNames } from './sent-names'

/** Where the moment of a test is in the validity of the client certificate that it presented. */
export type CertificateDates = 'valid' | 'expired' | 'notYetValid'

export type ObservedAnswer = {
  readonly status: number
  readonly headers: readonly (readonly [name: string, value: string])[]
  /** The body, whole up to 1 MiB. */
  readonly text: string
  readonly isUtf8: boolean
  readonly byteLength: number
  /** Larger than 1 MiB. */
  readonly isTruncated: boolean
  readonly totalMs: number
  /** As Node names it, such as `TLSv1.3`. */
  readonly tlsProtocol: string | null
  /** Null when no client certificate was presented. */
  readonly certificateDates: CertificateDates | null
}

export type JudgedTest = {
  readonly tenantKind: TenantKind
  readonly step: Step
  readonly sent: Claims
}

export const actions = ['Continue', 'ShowBlockPage', 'ValidationError'] as const
export type Action = (typeof actions)[number]

export type Entry = readonly [name: string, value: unknown]

export type Subject = {
  readonly answer: ObservedAnswer
  readonly test: JudgedTest
  readonly sent: SentNames
  readonly reading: JsonReading
  /** The body when it is meant to be one of the contract's answers, and not a page about an error. */
  readonly body: Claims | null
  /** All that the body has: tens of thousands, at times, so they are listed once. */
  readonly entries: readonly Entry[]
  /** What it has besides the names of the contract. */
  readonly claims: readonly Entry[]
  /** The action that the body asks for, however it is spelt. */
  readonly action: Action | null
}

/** The values that fill the rule's text. */
export type Values = Readonly<Record<string, string | number>>

export type Rule = {
  /** A key of the catalogue's `connectorTests.rules`. */
  readonly name: string
  readonly severity: Severity
  /** For clients without the catalogue, with `{name}` for a value. */
  readonly message: string
  /** One entry for each time the rule is broken. */
  readonly broken: (subject: Subject) => readonly Values[]
}

/** A rule that can be broken once, and has nothing to fill in. */
export const brokenIf = (isBroken: boolean): readonly Values[] => (isBroken ? [{}] : [])

export const header = ({ headers }: ObservedAnswer, wanted: string): string | null =>
  headers.find(([name]) => name.toLowerCase() === wanted)?.[1] ?? null

/** The steps at which an action may be asked for (Entra and Azure AD B2C: add an API connector). */
export const stepsOfAction: Readonly<Record<Action, readonly Step[]>> = {
  Continue: ['postFederationSignup', 'postAttributeCollection', 'preTokenIssuance'],
  ShowBlockPage: ['postFederationSignup', 'postAttributeCollection'],
  ValidationError: ['postAttributeCollection'],
}

export const statusOfAction: Readonly<Record<Action, 200 | 400>> = {
  Continue: 200,
  ShowBlockPage: 200,
  ValidationError: 400,
}
