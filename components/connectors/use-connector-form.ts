'use client'

import { useMemo } from 'react'
import { useForm, type FieldError, type Resolver, type UseFormReturn } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import type { z } from 'zod'
import { certificateUploadSchema, newAuthenticationSchema } from '@/lib/contract/authentication'
import {
  connectorChangesSchema,
  newConnectorSchema,
  type Connector,
} from '@/lib/contract/connector'
import type { Problem } from '@/lib/client/problem'
import validation from '@/lib/messages/en/validation.json'
import {
  authenticationFrom,
  changesFrom,
  emptyValues,
  fieldOf,
  newConnectorFrom,
  uploadFrom,
  valuesOf,
  type AuthenticationChoice,
  type ConnectorFormValues,
} from './form/values/connector-form-values'

export type ConnectorForm = UseFormReturn<ConnectorFormValues>

/** The form of a new connector, or of an `original` to edit, judged by the route handler's schema. */
export function useConnectorForm(original: Connector | null): ConnectorForm {
  const explain = useValidationText()
  const resolver = useMemo(
    () => contractResolver((values) => connectorComplaints(values, original), explain),
    [original, explain],
  )
  const defaultValues = original ? valuesOf(original) : emptyValues
  return useForm<ConnectorFormValues>({ defaultValues, resolver, mode: 'onSubmit' })
}

/** The form of the credentials that one test needs. */
export function useTestForm(defaultValues: ConnectorFormValues): ConnectorForm {
  const explain = useValidationText()
  const resolver = useMemo(
    () =>
      contractResolver(
        (values) => complaintsAbout(newAuthenticationSchema, authenticationFrom(values)),
        explain,
      ),
    [explain],
  )
  return useForm<ConnectorFormValues>({ defaultValues, resolver, mode: 'onSubmit' })
}

/** The form of a certificate that is added to a connector. */
export function useUploadForm(): ConnectorForm {
  const explain = useValidationText()
  const resolver = useMemo(
    () =>
      contractResolver(
        (values) => complaintsAbout(certificateUploadSchema, uploadFrom(values)),
        explain,
      ),
    [explain],
  )
  return useForm<ConnectorFormValues>({ defaultValues: uploadValues, resolver, mode: 'onSubmit' })
}

const uploadValues: ConnectorFormValues = { ...emptyValues, authenticationType: 'certificate' }

/** The sentence for a complaint, which travels as a key of the catalogue. */
export function useValidationText(): (key: string) => string {
  const t = useTranslations('validation')
  return useMemo(() => (key) => t(isValidationKey(key) ? key : 'invalidValue'), [t])
}

const isValidationKey = (key: string): key is keyof typeof validation => key in validation

type Complaint = { readonly path: readonly PropertyKey[]; readonly message: string }

const connectorComplaints = (values: ConnectorFormValues, original: Connector | null) =>
  original
    ? complaintsAbout(connectorChangesSchema, changesFrom(values, original))
    : complaintsAbout(newConnectorSchema, newConnectorFrom(values))

function contractResolver(
  judge: (values: ConnectorFormValues) => Complaint[],
  explain: (key: string) => string,
): Resolver<ConnectorFormValues> {
  return (values) => {
    const complaints = judge(values)
    if (complaints.length === 0) return { values, errors: {} }
    const errors: Partial<Record<keyof ConnectorFormValues | 'root', FieldError>> = {}
    complaints.forEach(({ path, message }) => {
      errors[fieldOf(path, values.authenticationType)] ??= {
        type: 'contract',
        message: explain(message),
      }
    })
    return { values: {}, errors }
  }
}

function complaintsAbout(schema: z.ZodType, candidate: unknown): Complaint[] {
  const parsed = schema.safeParse(candidate)
  return parsed.success ? [] : parsed.error.issues
}

/** Shows what the server complained about at the fields in question. */
export function showComplaints(
  form: ConnectorForm,
  problem: Problem,
  choice: AuthenticationChoice,
): void {
  problem.details.forEach(({ target, message }) => {
    const field = fieldOf(target?.split('.') ?? [], choice)
    if (field !== 'root' && message) form.setError(field, { type: 'server', message })
  })
}
