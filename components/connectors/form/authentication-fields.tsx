'use client'

import { useWatch } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import type { Connector } from '@/lib/contract/connector'
import { BasicFields } from '../credentials/basic-fields'
import { CertificateSource } from '../credentials/making/certificate-source'
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
  const t = useTranslations('connectorWork.form')
  const choice = useWatch({ control: form.control, name: 'authenticationType' })
  const [displayName, targetUrl] = useWatch({
    control: form.control,
    name: ['displayName', 'targetUrl'],
  })
  const purpose = { displayName, targetUrl }
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
    <CertificateSource form={credentials} certificate={certificate} purpose={purpose}>
      <CertificateFields
        form={credentials}
        certificate={certificate}
        hint={isKept ? t('certificateFileKeep') : t('certificateFileHint')}
        isRequired={!isKept}
      />
    </CertificateSource>
  )
}
