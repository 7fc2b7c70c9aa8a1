'use client'

import { useWatch } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { PasswordField } from '@/components/forms/password-field'
import { TextField } from '@/components/forms/text-field'
import type { Connector } from '@/lib/contract/connector'
import { CertificateFields } from './credentials/certificate-fields'
import { valuesOf } from './form/values/connector-form-values'
import type { CertificateChoice } from './credentials/use-certificate-choice'
import type { ConnectorForm } from './use-connector-form'

type AuthenticationFieldsProps = {
  readonly form: ConnectorForm
  readonly certificate: CertificateChoice
  readonly original: Connector | null
}

/** The fields of the chosen kind of authentication. */
export function AuthenticationFields({ form, certificate, original }: AuthenticationFieldsProps) {
  const t = useTranslations('connectors.form')
  const choice = useWatch({ control: form.control, name: 'authenticationType' })
  const isKept = original !== null && valuesOf(original).authenticationType === choice
  if (choice === 'basic') {
    return (
      <BasicFields
        form={form}
        passwordHint={isKept ? t('passwordKeep') : t('passwordHint')}
        isPasswordRequired={!isKept}
      />
    )
  }
  return (
    <CertificateFields
      form={form}
      certificate={certificate}
      hint={isKept ? t('certificateFileKeep') : t('certificateFileHint')}
      isRequired={!isKept}
    />
  )
}

type BasicFieldsProps = {
  readonly form: ConnectorForm
  readonly passwordHint?: string
  readonly isPasswordRequired: boolean
}

export function BasicFields({ form, passwordHint, isPasswordRequired }: BasicFieldsProps) {
  const t = useTranslations('connectors.form')
  return (
    <>
      <TextField control={form.control} name="username" label={t('username')} isRequired />
      <PasswordField
        control={form.control}
        name="password"
        label={t('password')}
        hint={passwordHint}
        isRequired={isPasswordRequired}
        revealName={t('showPassword')}
      />
    </>
  )
}
