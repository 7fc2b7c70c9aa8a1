import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { auditRecordSchema, printable } from './audit-record'

const text = readFileSync(new URL('../../../docs/audit-log.md', import.meta.url), 'utf8')

type Property = {
  readonly description: string
  readonly type?: string | string[]
  readonly const?: unknown
  readonly enum?: unknown[]
  readonly anyOf?: Property[]
  readonly items?: Property
}

/** What a property may be, as the document writes it. */
function valuesOf({ type, const: one, enum: several, anyOf, items }: Property): string {
  if (anyOf) return anyOf.map(valuesOf).join(', ')
  const listed = several ?? (one === undefined ? [] : [one])
  if (listed.length > 0) return listed.map((value) => `\`${String(value)}\``).join(', ')
  return items ? `list of ${valuesOf(items)}s` : [type ?? []].flat().join(', ')
}

describe('the document', () => {
  test('shows the schema as it is', () => {
    const { properties } = z.toJSONSchema(auditRecordSchema) as unknown as {
      properties: Record<string, Property>
    }
    const table = Object.entries(properties).map(([name, property]) => [
      `\`${name}\``,
      valuesOf(property),
      property.description,
    ])
    const shown = text
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .map((line) => line.split('|').slice(1, -1))
      .map((cells) => cells.map((cell) => cell.trim()))

    expect(shown).toEqual(table)
  })

  test('has an example that keeps to it', () => {
    const example = /```json\n(.*?)```/s.exec(text)?.[1] ?? ''

    expect(auditRecordSchema.safeParse(JSON.parse(example)).error).toBeUndefined()
  })
})

test.each([
  ['plain, with ümlauts', 'plain, with ümlauts'],
  ['two\nlines\r\u0085and\u2028more\u2029', 'two\uFFFDlines\uFFFD\uFFFDand\uFFFDmore\uFFFD'],
  ['\u001b[31mred\u007f', '\uFFFD[31mred\uFFFD'],
  ['turned \u202egnp.exe', 'turned \uFFFDgnp.exe'],
  ['x'.repeat(300), 'x'.repeat(256)],
])('%j is printed as %j', (from, to) => {
  expect(printable(from)).toBe(to)
})
