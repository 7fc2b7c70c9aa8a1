'use client'

import { Field, makeStyles, tokens } from '@fluentui/react-components'
import { useController } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { PasswordField } from '@/components/forms/password-field'
import { CertificateFindings } from './certificate-findings'
import type { CertificateChoice } from './use-certificate-choice'
import { pkcs12MessageKey } from '@/lib/domain/pkcs12/pkcs12-message-key'
import type { CredentialForm } from './credential-form'

const useStyles = makeStyles({
  input: {
    maxWidth: '100%',
    font: 'inherit',
    color: tokens.colorNeutralForeground1,
    '::file-selector-button': {
      marginInlineEnd: tokens.spacingHorizontalS,
      padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalM}`,
      borderRadius: tokens.borderRadiusMedium,
      backgroundColor: tokens.colorNeutralBackground1,
      color: tokens.colorNeutralForeground1,
      font: 'inherit',
      cursor: 'pointer',
    },
  },
})

type CertificateFieldsProps = {
  readonly form: CredentialForm
  readonly certificate: CertificateChoice
  readonly hint: string
  readonly isRequired: boolean
}

/** A certificate file and its password. */
export function CertificateFields(props: CertificateFieldsProps) {
  const t = useTranslations('connectorWork.form')
  const { form, certificate } = props
  return (
    <>
      <FileField {...props} />
      <div onBlur={certificate.leavePassword}>
        <PasswordField
          control={form.control}
          name="certificatePassword"
          label={t('certificatePassword')}
          hint={t('certificatePasswordHint')}
          revealName={t('showPassword')}
        />
      </div>
      <CertificateFindings certificate={certificate} />
    </>
  )
}

function FileField({ form, certificate, hint, isRequired }: CertificateFieldsProps) {
  const styles = useStyles()
  const t = useTranslations('connectorWork.form')
  const pkcs12 = useTranslations('pkcs12')
  const { field, fieldState } = useController({ control: form.control, name: 'pkcs12Value' })
  const refusal = certificate.file?.refusal
  const { ref, onBlur } = field
  return (
    <Field
      label={t('certificateFile')}
      hint={hint}
      validationMessage={refusal ? pkcs12(pkcs12MessageKey[refusal]) : fieldState.error?.message}
    >
      {(fieldProps) => (
        <input
          {...fieldProps}
          ref={ref}
          type="file"
          accept=".pfx,.p12,application/x-pkcs12"
          required={isRequired}
          className={styles.input}
          onBlur={onBlur}
          onChange={(event) => {
            void certificate.choose(event.target.files?.[0])
          }}
        />
      )}
    </Field>
  )
}
