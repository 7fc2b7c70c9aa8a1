/** The English catalogue, one file a subject. ICU MessageFormat; English is the source language. */
import certificates from './en/certificates.json'
import type connectorTests from './en/connector-tests.json'
import connectors from './en/connectors.json'
import history from './en/history.json'
import pkcs12 from './en/pkcs12.json'
import problems from './en/problems.json'
import shell from './en/shell.json'
import signIn from './en/sign-in.json'
import userFlows from './en/user-flows.json'
import validation from './en/validation.json'

/** The texts of every page. The test console, which has as many again, brings its own. */
export const english = {
  certificates,
  connectors,
  history,
  pkcs12,
  problems,
  shell,
  signIn,
  userFlows,
  validation,
}

export type Messages = typeof english & { readonly connectorTests: typeof connectorTests }
