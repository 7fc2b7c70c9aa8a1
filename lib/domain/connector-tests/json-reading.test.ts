import { describe, expect, it } from 'vitest'
import { readJson } from './json-reading'

describe('JSON', () => {
  it.each([
    ['', { kind: 'empty' }],
    ['\uFEFF ', { kind: 'empty', hasByteOrderMark: true }],
    ['{"a":1}', { kind: 'object', object: { a: 1 }, hasTrailingComma: false }],
    ['{"a":[1,2,],}', { object: { a: [1, 2] }, hasTrailingComma: true, hasTrailingText: false }],
    ['{"a":1} x', { object: { a: 1 }, hasTrailingText: true, hasTrailingComma: false }],
    ['{"a":1,}]', { object: { a: 1 }, hasTrailingText: true, hasTrailingComma: true }],
    ['{"a":"x,}","b":"\\"}"}', { object: { a: 'x,}', b: '"}' }, hasTrailingComma: false }],
    ['{"a":1,"b":{"a":2},"a":3}', { object: { a: 3, b: { a: 2 } }, duplicates: ['a'] }],
    ['{"a":1,"\\u0061":2}', { duplicates: ['a'] }],
    ['{"a":{"b":1,"b":2}}', { kind: 'object', duplicates: [] }],
    ['[1]', { kind: 'other', object: null }],
    ['null', { kind: 'other', object: null }],
    ['{"a":', { kind: 'broken', object: null }],
    ['{"a":1,,}', { kind: 'broken' }],
    ['}{', { kind: 'broken' }],
    ['{"a":"', { kind: 'broken' }],
  ])('%j is read', (text, expected) => {
    expect(readJson(text)).toMatchObject(expected)
  })
})
