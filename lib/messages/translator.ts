/** Messages on the server: pages without a session, and the server's own answers. */
import { createTranslator, type NamespaceKeys, type NestedKeyOf } from 'use-intl/core'
import api from './en/api.json'
import connectorTests from './en/connector-tests.json'
import setup from './en/setup.json'
import { english } from './english'

/** With the subjects that not every page in the browser uses. */
const messages = { ...english, api, connectorTests, setup }

export type ServerMessages = typeof messages
type Namespace = NamespaceKeys<ServerMessages, NestedKeyOf<ServerMessages>>

/** A translator for one subject of the catalogue, in English until there are more languages. */
export function translator<Subject extends Namespace>(namespace: Subject) {
  return createTranslator<ServerMessages, Subject>({ locale: 'en', messages, namespace })
}
