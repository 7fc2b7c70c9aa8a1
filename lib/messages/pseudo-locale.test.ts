import { afterEach, expect, it } from 'vitest'
import { catalogue } from './catalogue'
import { chooseLocale } from './locale'
import { pseudoMessage, type Texts } from './pseudo-locale'
import { translator } from './translator'

afterEach(() => chooseLocale('en'))

it.each([
  ['Sign in', 'Śíǧń íń'],
  ['{name} is new', '{name} íś ńéŵ'],
  [
    '{count, plural, one {# flow} other {# flows}}',
    '{count, plural, one {# ƒĺóŵ} other {# ƒĺóŵś}}',
  ],
  [
    '{isActive, select, true {on} other {off {why}}}',
    '{isActive, select, true {óń} other {óƒƒ {why}}}',
  ],
  ["it is '{'kept'}'", "íť íś '{'ķéƥť'}'"],
  ['<b>bold</b> {at, date, medium}', '<b>ƀóĺď</b> {at, date, medium}'],
])('%s', (message, expected) => {
  expect(pseudoMessage(message)).toBe(expected)
})

it('has each text of the catalogue, and is read where it was chosen', () => {
  const t = translator('shell')
  expect(t('signOut')).toBe('Sign out')
  chooseLocale('en-XA')
  expect(t('signOut')).toBe(pseudoMessage('Sign out'))
  expect(keysOf(catalogue('en-XA'))).toEqual(keysOf(catalogue('en')))
})

const keysOf = (texts: Texts): string[] =>
  Object.entries(texts).flatMap(([key, text]) =>
    typeof text === 'string' ? [key] : keysOf(text).map((inner) => `${key}.${inner}`),
  )
