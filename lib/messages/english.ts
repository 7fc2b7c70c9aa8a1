/** The English catalogue, one file a subject. ICU MessageFormat; English is the source language. */
import certificates from './en/certificates.json'
import type connectorTests from './en/connector-tests.json'
import connectors from './en/connectors.json'
import problems from './en/problems.json'
import shell from './en/shell.json'
import signIn from './en/sign-in.json'
import userFlows from './en/user-flows.json'
import type { workTexts } from './work-texts'

/** The texts of every page. What fewer pages say comes with them: `work-texts.ts`, `test-texts.ts`. */
export const english = {
  certificates,
  connectors,
  problems,
  shell,
  signIn,
  userFlows,
}

export type Messages = typeof english &
  typeof workTexts & { readonly connectorTests: typeof connectorTests }
