import { useMemo } from 'react'
import { useForm, type UseFormReturn } from 'react-hook-form'
import type { Schema } from '@/lib/contract/z'
import {
  complaintsAbout,
  contractResolver,
  useValidationText,
} from '@/components/forms/contract-resolver'
import { certificateUploadSchema, newAuthenticationSchema } from '@/lib/contract/authentication'
import {
  authenticationFrom,
  credentialFieldOf,
  noCredentials,
  uploadFrom,
  type CredentialValues,
} from './credential-values'

/** As much of a form as the fields of credentials use. */
export type CredentialForm = Pick<
  UseFormReturn<CredentialValues>,
  'control' | 'formState' | 'getValues' | 'setValue' | 'setError' | 'clearErrors' | 'handleSubmit'
>

/**
 * The part of a larger form that holds credentials. The types of react-hook-form do not let a form
 * stand for one of fewer fields, although each of these members does the same for it.
 */
export const credentialsIn = <Values extends CredentialValues>(
  form: UseFormReturn<Values>,
): CredentialForm => form as unknown as CredentialForm

/** The form of the credentials that one test needs. */
export const useTestForm = (start: CredentialValues): CredentialForm =>
  useJudgedForm(start, judgedAsAuthentication)

/** The form of a certificate that is added to a connector. */
export const useUploadForm = (): CredentialForm => useJudgedForm(emptyUpload, judgedAsUpload)

const emptyUpload: CredentialValues = { ...noCredentials, authenticationType: 'certificate' }

type Judged = {
  readonly schema: Schema
  readonly from: (values: CredentialValues) => object
}

const judgedAsAuthentication: Judged = { schema: newAuthenticationSchema, from: authenticationFrom }
const judgedAsUpload: Judged = { schema: certificateUploadSchema, from: uploadFrom }

function useJudgedForm(defaultValues: CredentialValues, { schema, from }: Judged): CredentialForm {
  const explain = useValidationText()
  const resolver = useMemo(
    () =>
      contractResolver<CredentialValues>(
        {
          complaints: (values) => complaintsAbout(schema, from(values)),
          fieldOf: credentialFieldOf,
        },
        explain,
      ),
    [schema, from, explain],
  )
  return useForm<CredentialValues>({ defaultValues, resolver, mode: 'onSubmit' })
}
