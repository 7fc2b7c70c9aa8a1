import { expect, it } from 'vitest'
import { languageTags } from './moment-text'

it.each([
  ['those of a browser', ['de-CH', 'en'], ['de-CH', 'en']],
  ['that of Chromium without a locale', ['en-US@posix'], ['en-US']],
  ['what is no language', ['', 'x', 'not_one', 'fr'], ['fr']],
])('takes %s for what Intl can write by', (_what, languages, tags) => {
  expect(languageTags(languages)).toEqual(tags)
  expect(() => new Intl.DateTimeFormat(languageTags(languages))).not.toThrow()
})
