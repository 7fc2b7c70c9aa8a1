/** The values of a form whose connector has changed since it was opened. */
import type { Connector } from '@/lib/contract/connector'
import { byTextField, type ConnectorField } from '@/lib/domain/connector-fields'
import { changesFrom, valuesOf, type ConnectorFormValues } from '../values/connector-form-values'

export type Choices = Partial<Record<ConnectorField, 'now' | 'yours'>>

type Merge = {
  readonly values: ConnectorFormValues
  readonly opened: Connector
  readonly now: Connector
  /** Of the fields in conflict; what was entered elsewhere stays. */
  readonly choices: Choices
}

/** The entries that the person wants to keep, and the present connector everywhere else. */
export function mergedValues({ values, opened, now, choices }: Merge): ConnectorFormValues {
  const changes = changesFrom(values, opened)
  const present = valuesOf(now)
  const isYours = (field: ConnectorField, isTouched: boolean) =>
    isTouched && choices[field] !== 'now'
  const isTouched = changes.authenticationConfiguration !== undefined
  return {
    ...(isYours('authentication', isTouched) ? values : present),
    ...byTextField((field) =>
      isYours(field, changes[field] !== undefined) ? values[field] : present[field],
    ),
  }
}
