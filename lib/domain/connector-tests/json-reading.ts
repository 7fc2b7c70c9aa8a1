/** An endpoint's body as JSON (RFC 8259), with what a strict reader stumbles over told apart. */
import { jsonOrNull } from '../json-or-null'
import type { Claims } from '@/lib/contract/connector-test'

export type JsonReading = {
  /** `broken` is no JSON even when what is told below has been mended. */
  readonly kind: 'empty' | 'object' | 'other' | 'broken'
  /** The object, also where only a comma or text too many kept it from being JSON. */
  readonly object: Claims | null
  readonly hasByteOrderMark: boolean
  readonly hasTrailingComma: boolean
  readonly hasTrailingText: boolean
  /** Names that the object itself, not what is in it, has more than once. */
  readonly duplicates: readonly string[]
}

type Structure = {
  depth: number
  /** Where the first object or list ends; null when it does not. */
  end: number | null
  /** Offsets of commas with nothing but a closing bracket behind them. */
  readonly idleCommas: number[]
  readonly names: string[]
  lastComma: number | null
  expectsName: boolean
}

const nothing = {
  object: null,
  hasByteOrderMark: false,
  hasTrailingComma: false,
  hasTrailingText: false,
  duplicates: [],
}

/** Reads any text; never throws. */
export function readJson(text: string): JsonReading {
  const hasByteOrderMark = text.startsWith('\uFEFF')
  const json = hasByteOrderMark ? text.slice(1) : text
  if (json.trim() === '') return { ...nothing, kind: 'empty', hasByteOrderMark }
  return { ...readValue(json), hasByteOrderMark }
}

function readValue(json: string): JsonReading {
  const structure = structureOf(json)
  const whole = parse(json)
  if (whole !== undefined) return { ...nothing, ...contentOf(whole, structure) }
  const mended = parse(mend(json, structure))
  if (mended === undefined) return { ...nothing, kind: 'broken' }
  return {
    ...nothing,
    ...contentOf(mended, structure),
    hasTrailingComma: structure.idleCommas.length > 0,
    hasTrailingText: structure.end !== null && json.slice(structure.end).trim() !== '',
  }
}

function contentOf(value: unknown, { names }: Structure) {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { kind: 'other' as const }
  }
  const duplicates = names.filter((name, index) => names.indexOf(name) < index)
  return {
    kind: 'object' as const,
    object: value as Claims, // JSON.parse makes nothing but JSON
    duplicates: [...new Set(duplicates)],
  }
}

/** Undefined, which no JSON stands for, when it is none. */
function parse(text: string): unknown {
  const value = jsonOrNull(text)
  return value === null && !/^[ \t\n\r]*null[ \t\n\r]*$/.test(text) ? undefined : value
}

function mend(json: string, { end, idleCommas }: Structure): string {
  const starts = [0, ...idleCommas.map((offset) => offset + 1)]
  const ends = [...idleCommas, end ?? json.length]
  return starts.map((start, index) => json.slice(start, ends[index])).join('')
}

/** One pass without recursion: a body may consist of a million brackets. */
function structureOf(json: string): Structure {
  const structure: Structure = {
    depth: 0,
    end: null,
    idleCommas: [],
    names: [],
    lastComma: null,
    expectsName: false,
  }
  let offset = 0
  while (offset < json.length && structure.end === null) {
    offset =
      json[offset] === '"' ? passText(json, offset, structure) : pass(json, offset, structure)
  }
  return structure
}

function passText(json: string, start: number, structure: Structure): number {
  const end = endOfText(json, start)
  if (structure.depth === 1 && structure.expectsName) noteName(json.slice(start, end), structure)
  structure.lastComma = null
  structure.expectsName = false
  return end
}

/** More names than any answer needs are not compared: that would take the square of their number. */
const manyNames = 1_000

function noteName(quoted: string, { names }: Structure): void {
  const name = parse(quoted)
  if (typeof name === 'string' && names.length < manyNames) names.push(name)
}

function endOfText(json: string, start: number): number {
  let offset = start + 1
  while (offset < json.length && json[offset] !== '"') offset += json[offset] === '\\' ? 2 : 1
  return offset + 1
}

function pass(json: string, offset: number, structure: Structure): number {
  const character = json[offset] ?? ''
  if ('{['.includes(character)) open(character, structure)
  else if ('}]'.includes(character)) close(offset, structure)
  else if (character === ',') noteComma(offset, structure)
  else if (character.trim() !== '') structure.lastComma = null
  return offset + 1
}

function open(character: string, structure: Structure): void {
  structure.depth += 1
  structure.lastComma = null
  structure.expectsName = character === '{'
}

function close(offset: number, structure: Structure): void {
  if (structure.lastComma !== null) structure.idleCommas.push(structure.lastComma)
  structure.lastComma = null
  structure.depth -= 1
  if (structure.depth <= 0) structure.end = offset + 1
}

function noteComma(offset: number, structure: Structure): void {
  structure.lastComma = offset
  structure.expectsName = structure.depth === 1
}
