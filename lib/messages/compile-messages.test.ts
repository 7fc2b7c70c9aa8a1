/** What the browser says by compiled sentences is what the server says by those that are written. */
import {
  isLiteralElement,
  isNumberElement,
  isPluralElement,
  isPoundElement,
  isSelectElement,
  isTagElement,
  parse,
  type MessageFormatElement,
  type PluralElement,
  type SelectElement,
} from '@formatjs/icu-messageformat-parser'
import compile from 'icu-minify/compile'
import { _createCache, _createIntlFormatters, type RichTranslationValues } from 'use-intl/core'
import formatMessage from 'use-intl/format-message'
import formatCompiled from 'use-intl/format-message/format-only'
import type { ReactNode } from 'react'
import { expect, it } from 'vitest'
import { catalogue } from './catalogue'
import compileMessages, { compiledTexts } from './compile-messages.mjs'
import type { Texts } from './pseudo-locale'

const cache = _createCache()
const formatters = _createIntlFormatters(cache)

const sentencesIn = (texts: Texts): string[] =>
  Object.values(texts).flatMap((text) => (typeof text === 'string' ? [text] : sentencesIn(text)))

/** A value for each name in a sentence; of a choice, the one at this place. */
const valuesFor = (elements: readonly MessageFormatElement[], choice: number): object =>
  Object.assign({}, ...elements.map((element) => valueFor(element, choice))) as object

function valueFor(element: MessageFormatElement, choice: number): object {
  if (isLiteralElement(element) || isPoundElement(element)) return {}
  if (isTagElement(element)) {
    const tag = (parts: ReactNode) => `<${textOf(parts)}>`
    return { ...valuesFor(element.children, choice), [element.value]: tag }
  }
  if (isPluralElement(element) || isSelectElement(element)) return valueOfChoice(element, choice)
  return { [element.value]: isNumberElement(element) ? 1234.5 : `{${element.value}}` }
}

function valueOfChoice(element: PluralElement | SelectElement, choice: number): object {
  const options = Object.entries(element.options)
  const [name = 'other'] = options[choice % options.length] ?? []
  const inside = options.map(([, { value }]) => valuesFor(value, choice))
  return Object.assign({}, ...inside, {
    [element.value]: isSelectElement(element) ? name : choice,
  }) as object
}

/** Sentences with tags come in parts. */
function textOf(said: ReactNode): string {
  return Array.isArray(said) ? said.map(textOf).join('') : (said as string) // no other node is made here
}

it.each(['en', 'en-XA'] as const)('every sentence of %s reads the same, compiled', (locale) => {
  const sentences = sentencesIn(catalogue(locale))
  for (const sentence of sentences) {
    for (const choice of [0, 1, 2, 7]) {
      const values = valuesFor(parse(sentence), choice) as RichTranslationValues
      const options = { cache, formatters, locale, timeZone: 'UTC' }
      expect(textOf(formatCompiled('', compile(sentence), values, options))).toBe(
        textOf(formatMessage('', sentence, values, options)),
      )
    }
  }
  expect(sentences.length).toBeGreaterThan(900)
})

it('keeps the keys, and compiles what has something to compile', () => {
  expect(compiledTexts({ plain: 'Sign out', deep: { named: 'Hello {name}' } })).toEqual({
    plain: 'Sign out',
    deep: { named: ['Hello ', ['name']] },
  })
  const { choice } = compiledTexts({ choice: '{count, plural, one {# row} other {# rows}}' })
  expect(choice).toStrictEqual([['count', 2, { one: [0, ' row'], other: [0, ' rows'] }]])
  expect(compileMessages('{ "plain": "Sign out" }')).toBe('{"plain":"Sign out"}')
})
