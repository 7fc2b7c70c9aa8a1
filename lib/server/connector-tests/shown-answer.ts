/** The answer and the verdict as a test shows them: without anything that was sent as a secret. */
import 'server-only'
import { isUtf8 } from 'node:buffer'
import { isDeepStrictEqual } from 'node:util'
import type {
  ConnectorTest,
  Finding,
  HeaderPairs,
  TestResponse,
  Verdict,
} from '@/lib/contract/connector-test'
import { judgeAnswer, type ObservedAnswer } from '@/lib/domain/connector-tests/verdict'
import type { HttpAnswer } from './connection/http-exchange'
import { maskHeaders, type Mask } from '@/lib/graph/sent-secrets'

/** In bytes. */
const maxShownBytes = 64 * 1024

/** The answer as it came, and what of it may be told. */
export type ReadAnswer = {
  readonly answer: HttpAnswer
  readonly text: string
  readonly isUtf8: boolean
  /** Without the secrets. A megabyte takes its time, so it is searched once. */
  readonly masked: { readonly text: string; readonly headers: HeaderPairs }
}

export function readAnswer(answer: HttpAnswer, mask: Mask): ReadAnswer {
  const read = textOf(answer.bytes)
  const masked = { text: mask(read.text), headers: maskHeaders(answer.headers, mask) }
  return { answer, ...read, masked }
}

/** A body that is still encoded is not shown: it is no text, and nothing could be cut out of it. */
export function responseOf({ answer, masked }: ReadAnswer): TestResponse {
  const { status, headers, bytes, isTruncated } = answer
  const { shown, isCut } = shorten(isEncoded(headers) ? '' : masked.text)
  return {
    status,
    headers: masked.headers,
    body: shown,
    isCut: isCut || isTruncated,
    byteLength: bytes.length,
  }
}

const isEncoded = (headers: HeaderPairs): boolean =>
  headers.some(
    ([name, value]) => name === 'content-encoding' && !/^\s*(?:identity)?\s*$/i.test(value),
  )

/** Cut between two characters. */
function shorten(text: string): { shown: string; isCut: boolean } {
  const bytes = Buffer.from(text)
  if (bytes.length <= maxShownBytes) return { shown: text, isCut: false }
  const shown = new TextDecoder().decode(bytes.subarray(0, maxShownBytes), { stream: true })
  return { shown, isCut: true }
}

/** Bytes that are no UTF-8 become marks in the text. */
const textOf = (bytes: Buffer) => ({
  text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
  isUtf8: isUtf8(bytes),
})

export type Circumstances = Pick<ObservedAnswer, 'totalMs' | 'tlsProtocol' | 'certificateDates'>

export type Observation = Circumstances & { readonly read: ReadAnswer }

/**
 * The verdict on the answer as it came. Where a finding quotes an answer with a secret in it, the
 * quotation is taken from the answer without: findings shorten, and half a secret is hard to find.
 */
export function verdictOf(
  { tenantKind, step, body: sent }: ConnectorTest,
  { read: { answer, text, isUtf8, masked }, ...circumstances }: Observation,
  mask: Mask,
): Verdict {
  const { headers, status, isTruncated, bytes } = answer
  const observed = { status, isTruncated, isUtf8, byteLength: bytes.length, ...circumstances }
  const judge = (parts: Pick<ObservedAnswer, 'headers' | 'text'>) =>
    judgeAnswer({ ...observed, ...parts }, { tenantKind, step, sent })
  const verdict = judge({ headers, text })
  const hasSecret = masked.text !== text || !isDeepStrictEqual(masked.headers, headers)
  const quotable = hasSecret ? judge(masked).findings : verdict.findings
  const isSame = verdict.findings.map(ruleOf).join() === quotable.map(ruleOf).join()
  return {
    ...verdict,
    action: verdict.action === null ? null : mask(verdict.action),
    findings: isSame ? quotable : verdict.findings.map((finding) => maskFinding(finding, mask)),
  }
}

const ruleOf = ({ rule }: Finding) => rule

const maskFinding = ({ values, ...finding }: Finding, mask: Mask): Finding => ({
  ...finding,
  message: mask(finding.message),
  ...(values && { values: maskValues(values, mask) }),
})

const maskValues = (values: NonNullable<Finding['values']>, mask: Mask) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? mask(value) : value,
    ]),
  )
