/** Every text of the portal in the languages it speaks; for the server, and for what it tells the browser. */
import { compiledTexts } from './compile-messages.mjs'
import api from './en/api.json'
import connectorTests from './en/connector-tests.json'
import setup from './en/setup.json'
import { english, type Messages } from './english'
import { workTexts } from './work-texts'
import { chosenLocale, type Locale } from './locale'
import { pseudoTexts } from './pseudo-locale'

/** With the subjects that not every page in the browser uses. */
const source = { ...english, ...workTexts, api, connectorTests, setup }

export type ServerMessages = typeof source

/** A language is a folder beside `en` and a line here. */
const languages: Readonly<Record<Locale, () => ServerMessages>> = {
  en: () => source,
  'en-XA': () => pseudoTexts(source),
}

/** Each language is made once. */
function onceEach(make: (locale: Locale) => ServerMessages): (locale: Locale) => ServerMessages {
  const made = new Map<Locale, ServerMessages>()
  return (locale) => {
    const messages = made.get(locale) ?? make(locale)
    made.set(locale, messages)
    return messages
  }
}

export const catalogue = onceEach((locale) => languages[locale]())

/** As the browser reads them. */
const compiled = onceEach((locale) => compiledTexts(catalogue(locale)))

/** The language of a page, and its texts. */
export type Language = {
  readonly locale: Locale
  /** Compiled; null for English, which the browser's code brings along. */
  readonly messages: Messages | null
}

export function chosenLanguage(): Language {
  const locale = chosenLocale()
  return { locale, messages: locale === 'en' ? null : compiled(locale) }
}
