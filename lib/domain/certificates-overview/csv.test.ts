import { expect, test } from 'vitest'
import { toCsv } from './csv'

test('rows end with CR LF, the last one too, behind a mark for UTF-8', () => {
  const csv = toCsv([
    ['Name', 'Ends'],
    ['Prüfung 🔑', ''],
  ])

  expect(csv).toBe('\uFEFF"Name","Ends"\r\n"Prüfung 🔑",""\r\n')
  expect(Buffer.from(csv).subarray(0, 3)).toEqual(Buffer.of(0xef, 0xbb, 0xbf))
})

test.each([
  ['plain text', 'a b', 'a b'],
  ['a comma', 'a,b', 'a,b'],
  ['a quote', 'say "a"', 'say ""a""'],
  ['a line feed', 'a\nb', 'a\nb'],
  ['a carriage return', 'a\rb', 'a\rb'],
  ['a formula', '=1+1', "'=1+1"],
  ['a formula with a comma and quotes', '=HYPERLINK("x","y")', `'=HYPERLINK(""x"",""y"")`],
  ['a plus', '+1', "'+1"],
  ['a minus', '-1', "'-1"],
  ['an at sign', '@SUM(A1)', "'@SUM(A1)"],
  ['a tab before a formula', '\t=1', "'\t'=1"],
  ['a carriage return before a formula', '\r=1', "'\r'=1"],
  ['a formula for who separates by semicolons', 'a;=1+1', "a;'=1+1"],
  ['a formula for who separates by commas and knows no quotes', 'a,@SUM(A1)', "a,'@SUM(A1)"],
  ['a formula behind a tab', 'a\t+1', "a\t'+1"],
  ['a formula on a line of its own', 'a\r\n-1', "a\r\n'-1"],
  ['such characters further on', 'a=b+c-d@e', 'a=b+c-d@e'],
  ['an apostrophe', "'a", "'a"],
])('a cell with %s', (_title, text, expected) => {
  expect(toCsv([[text, 'x']])).toBe(`\uFEFF"${expected}","x"\r\n`)
})
