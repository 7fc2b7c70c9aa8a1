/** Messages on the server: pages without a session, and the server's own answers. */
import { createTranslator, type NamespaceKeys, type NestedKeyOf } from 'use-intl/core'
import { catalogue, type ServerMessages } from './catalogue'
import { chosenLocale } from './locale'

type Namespace = NamespaceKeys<ServerMessages, NestedKeyOf<ServerMessages>>

/** A translator for one subject of the catalogue, in the language that is chosen when it is used. */
export function translator<Subject extends Namespace>(namespace: Subject) {
  const translatorIn = (locale: ReturnType<typeof chosenLocale>) =>
    createTranslator<ServerMessages, Subject>({ locale, messages: catalogue(locale), namespace })
  let present = { locale: chosenLocale(), translate: translatorIn(chosenLocale()) }
  return new Proxy(present.translate, {
    apply: (_first, self, parameters) => {
      const locale = chosenLocale()
      if (locale !== present.locale) present = { locale, translate: translatorIn(locale) }
      return Reflect.apply(present.translate, self, parameters) as string
    },
  })
}
