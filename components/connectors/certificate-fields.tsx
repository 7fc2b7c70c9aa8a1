'use client'

import { Field, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components'
import { useController } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { PasswordField } from '@/components/forms/password-field'
import type { useCertificateChoice } from './use-certificate-choice'
import type { ConnectorForm } from './use-connector-form'

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
  aes: { whiteSpace: 'pre-line' },
})

type CertificateFieldsProps = {
  readonly form: ConnectorForm
  readonly certificate: ReturnType<typeof useCertificateChoice>
  readonly hint: string
  readonly isRequired: boolean
}

/** A certificate file and its password. */
export function CertificateFields(props: CertificateFieldsProps) {
  const styles = useStyles()
  const t = useTranslations('connectors.form')
  const pkcs12 = useTranslations('pkcs12')
  const { form, certificate } = props
  return (
    <>
      <FileField {...props} />
      {certificate.choice?.isAes && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody className={styles.aes}>{pkcs12('aesEncryption')}</MessageBarBody>
        </MessageBar>
      )}
      <PasswordField
        control={form.control}
        name="certificatePassword"
        label={t('certificatePassword')}
        hint={t('certificatePasswordHint')}
        revealName={t('showPassword')}
      />
    </>
  )
}

function FileField({ form, certificate, hint, isRequired }: CertificateFieldsProps) {
  const styles = useStyles()
  const t = useTranslations('connectors.form')
  const { field, fieldState } = useController({ control: form.control, name: 'pkcs12Value' })
  const { ref, onBlur } = field
  return (
    <Field
      label={t('certificateFile')}
      hint={hint}
      validationMessage={certificate.choice?.problem ?? fieldState.error?.message}
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
