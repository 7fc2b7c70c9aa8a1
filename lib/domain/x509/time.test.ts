import { describe, expect, test } from 'vitest'
import { readWhole } from '../der/der'
import { attempt } from '../der/malformed-input'
import { der, integer } from '../pkcs12/fixtures/assemble'
import { readTime } from './time'

const timeOf = (tag: number) => (value: string) =>
  readWhole(der(tag, new TextEncoder().encode(value)))
const utcTime = timeOf(0x17)
const generalizedTime = timeOf(0x18)

describe('a time', () => {
  test.each([
    ['of this century', utcTime('491231235959Z'), '2049-12-31T23:59:59Z'],
    ['of the last century', utcTime('500101000000Z'), '1950-01-01T00:00:00Z'],
    ['beyond 2050', generalizedTime('20500101000000Z'), '2050-01-01T00:00:00Z'],
    ['without end', generalizedTime('99991231235959Z'), '9999-12-31T23:59:59Z'],
    ['on a leap day', utcTime('240229120000Z'), '2024-02-29T12:00:00Z'],
  ])('%s is read', (_title, time, iso) => {
    expect(readTime(time)).toEqual({ seconds: Date.parse(iso) / 1000, isStandard: true })
  })

  test.each([
    ['without seconds', utcTime('2001020304Z'), '2020-01-02T03:04:00Z'],
    ['east of UTC', utcTime('200102030405+0130'), '2020-01-02T01:34:05Z'],
    ['west of UTC, over the year', utcTime('1912312300-0500'), '2020-01-01T04:00:00Z'],
    ['long and west of UTC', generalizedTime('20200102030405-0100'), '2020-01-02T04:04:05Z'],
    ['long, without seconds', generalizedTime('202001020304Z'), '2020-01-02T03:04:00Z'],
  ])('%s is read and is not as RFC 5280 wants', (_title, time, iso) => {
    expect(readTime(time)).toEqual({ seconds: Date.parse(iso) / 1000, isStandard: false })
  })

  test.each([
    ['with fractions', generalizedTime('20200102030405.5Z')],
    ['without a zone', utcTime('200102030405')],
    ['without minutes', generalizedTime('2020010203Z')],
    ['with half a zone', utcTime('200102030405+01')],
    ['24 hours from UTC', utcTime('200102030405+2400')],
    ['an hour of 60 minutes from UTC', utcTime('200102030405+0060')],
    ['with something behind it', generalizedTime('20200102030405+0100Z')],
    ['on 30 February', utcTime('200230000000Z')],
    ['in month 13', utcTime('201301000000Z')],
    ['at 24 hours', utcTime('200101240000Z')],
    ['in letters', utcTime('yesterday....')],
    ['that is a number', readWhole(integer(5))],
  ])('%s is malformed', (_title, time) => {
    expect(attempt(() => readTime(time))).toEqual({ ok: false, kind: 'malformed' })
  })
})
