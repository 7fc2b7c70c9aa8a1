'use client'

import { useMemo } from 'react'
import { useForm, type UseFormReturn } from 'react-hook-form'
import {
  complaintsAbout,
  contractResolver,
  useValidationText,
} from '@/components/forms/contract-resolver'
import {
  connectorChangesSchema,
  newConnectorSchema,
  type Connector,
} from '@/lib/contract/connector'
import type { Problem } from '@/lib/domain/problems/problem'
import type { AuthenticationChoice } from '../../credentials/credential-values'
import {
  changesFrom,
  emptyValues,
  fieldOf,
  newConnectorFrom,
  valuesOf,
  type ConnectorFormValues,
} from './connector-form-values'

export type ConnectorForm = UseFormReturn<ConnectorFormValues>

/** The form of a new connector, or of an `original` to edit, judged by the route handler's schema. */
export function useConnectorForm(original: Connector | null): ConnectorForm {
  const explain = useValidationText()
  const resolver = useMemo(
    () =>
      contractResolver<ConnectorFormValues>(
        { complaints: (values) => connectorComplaints(values, original), fieldOf },
        explain,
      ),
    [original, explain],
  )
  const defaultValues = original ? valuesOf(original) : emptyValues
  return useForm<ConnectorFormValues>({ defaultValues, resolver, mode: 'onSubmit' })
}

const connectorComplaints = (values: ConnectorFormValues, original: Connector | null) =>
  original
    ? complaintsAbout(connectorChangesSchema, changesFrom(values, original))
    : complaintsAbout(newConnectorSchema, newConnectorFrom(values))

/** Shows what the server complained about at the fields in question. */
export function showComplaints(
  form: ConnectorForm,
  problem: Problem,
  authenticationType: AuthenticationChoice,
): void {
  problem.details.forEach(({ target, message }) => {
    const field = fieldOf(target?.split('.') ?? [], { authenticationType })
    if (field !== 'root' && message) form.setError(field, { type: 'server', message })
  })
}
