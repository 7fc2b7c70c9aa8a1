/** The values of a form whose connector has changed since it was opened. */
import type { Connector } from '@/lib/contract/connector'
import type { ConnectorField } from '@/lib/domain/connector-conflict'
import { changesFrom, valuesOf, type ConnectorFormValues } from '../values/connector-form-values'

export type Choices = Partial<Record<ConnectorField, 'now' | 'yours'>>

type Merge = {
  readonly values: ConnectorFormValues
  readonly opened: Connector
  readonly now: Connector
  /** Of the fields in conflict; what was entered elsewhere stays. */
  readonly choices: Choices
}

/** What was entered where the person wants it so, and the connector as it is now everywhere else. */
export function mergedValues({ values, opened, now, choices }: Merge): ConnectorFormValues {
  const changes = changesFrom(values, opened)
  const present = valuesOf(now)
  const isYours = (field: ConnectorField, isTouched: boolean) =>
    isTouched && choices[field] !== 'now'
  const isNameYours = isYours('displayName', changes.displayName !== undefined)
  const isUrlYours = isYours('targetUrl', changes.targetUrl !== undefined)
  const isTouched = changes.authenticationConfiguration !== undefined
  const isAuthenticationYours = isYours('authentication', isTouched)
  return {
    ...(isAuthenticationYours ? values : present),
    displayName: isNameYours ? values.displayName : present.displayName,
    targetUrl: isUrlYours ? values.targetUrl : present.targetUrl,
  }
}
