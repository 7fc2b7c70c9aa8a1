'use client'

import { useWatch } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import type { Connector } from '@/lib/contract/connector'
import { BasicFields } from '../credentials/basic-fields'
import { CertificateFields } from '../credentials/certificate-fields'
import { credentialsIn } from '../credentials/credential-form'
import { credentialsOf } from '../credentials/credential-values'
import type { CertificateChoice } from '../credentials/use-certificate-choice'
import type { ConnectorForm } from './values/use-connector-form'

type AuthenticationFieldsProps = {
  readonly form: ConnectorForm
  readonly certificate: CertificateChoice
  readonly original: Connector | null
}

/** The fields of the chosen kind of authentication. */
export function AuthenticationFields({ form, certificate, original }: AuthenticationFieldsProps) {
  const t = useTranslations('connectors.form')
  const choice = useWatch({ control: form.control, name: 'authenticationType' })
  const credentials = credentialsIn(form)
  const isKept =
    original !== null &&
    credentialsOf(original.authenticationConfiguration).authenticationType === choice
  if (choice === 'basic') {
    return (
      <BasicFields
        form={credentials}
        passwordHint={isKept ? t('passwordKeep') : t('passwordHint')}
        isPasswordRequired={!isKept}
      />
    )
  }
  return (
    <CertificateFields
      form={credentials}
      certificate={certificate}
      hint={isKept ? t('certificateFileKeep') : t('certificateFileHint')}
      isRequired={!isKept}
    />
  )
}
