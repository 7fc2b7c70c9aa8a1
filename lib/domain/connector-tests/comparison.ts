/** Two tests side by side: every row of what can differ, and whether it does. */
import type { Claims } from '@/lib/contract/connector-test'
import { claimText } from './claim-text'
import { readJson } from './json-reading'
import { totalMs, type PastTest } from './history'

export type ComparedRow = {
  /** `sent` and `answered` rows are about the claim `name`. */
  readonly about:
    | 'endpoint'
    | 'step'
    | 'tenantKind'
    | 'outcome'
    | 'status'
    | 'action'
    | 'time'
    | 'findings'
    | 'sent'
    | 'answered'
  readonly name: string | null
  /** Null where the one or the other has nothing. */
  readonly values: readonly [string | null, string | null]
  readonly differs: boolean
}

type Pair = readonly [PastTest, PastTest]

/** Rows about the whole test first, then claims in the order in which the first test has them. */
export function compareEntries(pair: Pair): ComparedRow[] {
  const whole = wholeRows.map(([about, read]) => row(about, null, [read(pair[0]), read(pair[1])]))
  return [
    ...whole,
    ...claimRows('sent', pair, ({ result }) => result.request.body),
    ...claimRows(
      'answered',
      pair,
      ({ result }) => readJson(result.response?.body ?? '').object ?? {},
    ),
  ]
}

const wholeRows: readonly (readonly [ComparedRow['about'], (entry: PastTest) => string | null])[] =
  [
    ['endpoint', ({ result }) => result.request.targetUrl],
    ['step', ({ step }) => step],
    ['tenantKind', ({ tenantKind }) => tenantKind],
    ['outcome', ({ result: { verdict, failure } }) => outcomeOf(verdict?.valid, failure?.code)],
    ['status', ({ result }) => result.response && String(result.response.status)],
    ['action', ({ result }) => result.verdict?.action ?? null],
    ['time', ({ result }) => String(Math.round(totalMs(result)))],
    ['findings', ({ result }) => result.verdict && namesOf(result.verdict.findings)],
  ]

const outcomeOf = (valid: boolean | undefined, failure: string | undefined) => {
  if (valid === undefined) return failure ?? null
  return valid ? 'accepted' : 'refused'
}

const namesOf = (findings: readonly { readonly rule: string }[]) =>
  [...new Set(findings.map(({ rule }) => rule))].sort().join(', ')

function claimRows(
  about: 'sent' | 'answered',
  pair: Pair,
  claimsOf: (entry: PastTest) => Claims,
): ComparedRow[] {
  const [one, other] = [claimsOf(pair[0]), claimsOf(pair[1])]
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])]
  return names.map((name) => row(about, name, [textOf(one[name]), textOf(other[name])]))
}

const row = (
  about: ComparedRow['about'],
  name: string | null,
  values: ComparedRow['values'],
): ComparedRow => ({ about, name, values, differs: values[0] !== values[1] })

const textOf = (value: Claims[string] | undefined): string | null =>
  value === undefined ? null : claimText(value)
