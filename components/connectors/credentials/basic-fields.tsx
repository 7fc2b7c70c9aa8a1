'use client'

import { useTranslations } from 'use-intl'
import { PasswordField } from '@/components/forms/password-field'
import { TextField } from '@/components/forms/text-field'
import type { CredentialForm } from './credential-form'

type BasicFieldsProps = {
  readonly form: CredentialForm
  readonly passwordHint?: string
  readonly isPasswordRequired: boolean
}

/** A user name and its password. */
export function BasicFields({ form, passwordHint, isPasswordRequired }: BasicFieldsProps) {
  const t = useTranslations('connectorWork.form')
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
