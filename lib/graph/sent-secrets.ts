/** Keeps what was sent as a secret out of what is told of the answer. */
import { occurrencesOf, type Occurrence } from './basics/occurrences'
import type { HeaderPairs } from '@/lib/contract/connector-test'

/** Stands where a secret was. */
export const mask = '•••'

/** Shorter values of a query, such as `true`, are hardly keys, and would be cut out everywhere. */
const minQuerySecretLength = 8

export type SentSecrets = {
  readonly passwords: readonly string[]
  /** `username:password` of Basic. */
  readonly credentials: string | undefined
  /** As in the address: functions are often called with a key there. */
  readonly query: string
}

/** Cuts every secret out of a text, in whatever of the usual spellings it came back. */
export type Mask = (text: string) => string

export function createMask({ passwords, credentials, query }: SentSecrets): Mask {
  const keys = keysIn(query)
  const secrets = [...passwords, ...(credentials === undefined ? [] : [credentials]), ...keys]
  const spellings = [...new Set(secrets.filter(Boolean).flatMap(spellingsOf))]
  const search = occurrencesOf(spellings)
  return (text) => cutOut(text, search(text))
}

/** One mask for whatever overlaps: one secret may be part of another. */
function cutOut(text: string, found: readonly Occurrence[]): string {
  const starts = [0, ...found.map(([, until]) => until)]
  const ends = [...found.map(([from]) => from), text.length]
  return starts.map((start, index) => text.slice(start, ends[index])).join(mask)
}

/** The values of a query that may be keys. */
export const keysIn = (query: string): string[] =>
  [...new URLSearchParams(query).values()].filter((value) => value.length >= minQuerySecretLength)

export const maskHeaders = (pairs: HeaderPairs, maskText: Mask): HeaderPairs =>
  pairs.map(([name, value]) => [maskText(name), maskText(value)])

function spellingsOf(secret: string): string[] {
  const json = JSON.stringify(secret).slice(1, -1)
  const bytes = Buffer.from(secret)
  const base64 = bytes.toString('base64')
  return [
    secret,
    json,
    asciiOnly(json, (digits) => digits),
    asciiOnly(json, (digits) => digits.toUpperCase()),
    encodeURIComponent(bytes.toString()),
    new URLSearchParams({ '': secret }).toString().slice(1),
    inHtml(secret),
    base64,
    base64.replace(/=+$/, ''),
    bytes.toString('base64url'),
    Buffer.from(secret, 'latin1').toString('base64'),
  ]
}

/** As many JSON writers do, with digits in either case. */
const asciiOnly = (json: string, write: (digits: string) => string) =>
  json.replaceAll(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${write(unit.charCodeAt(0).toString(16).padStart(4, '0'))}`,
  )

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const inHtml = (text: string) =>
  text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '')
