'use client'

import { Field, MessageBar, MessageBarBody, Radio, RadioGroup } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { useNavigationGuard } from '@/components/shell/dialogs/guard'
import type { CredentialForm } from '../credential-form'
import { CertificateFindings } from '../certificate-findings'
import type { CertificateChoice } from '../use-certificate-choice'
import { MadeCertificateFiles } from './made-certificate-files'
import { NewCertificateFields } from './new-certificate-fields'
import type { Source } from '../use-making'

/** The connector that the certificate is for, as far as it is known. */
export type Purpose = { readonly displayName: string; readonly targetUrl: string }

type CertificateSourceProps = {
  readonly form: CredentialForm
  readonly certificate: CertificateChoice
  readonly purpose: Purpose
  /** The fields of a file. */
  readonly children: ReactNode
}

/** A certificate from a file, or one that is made in the browser. */
export function CertificateSource(props: CertificateSourceProps) {
  const { form, certificate, children } = props
  const t = useTranslations('connectorWork.source')
  const { discard } = useNavigationGuard()
  const { source, setSource } = certificate.making
  const change = (next: Source) =>
    discard('madeKey', () => {
      setSource(next)
      certificate.takeMade(null)
      form.clearErrors()
    })
  return (
    <>
      <Field label={t('title')}>
        <RadioGroup
          layout="horizontal"
          value={source}
          onChange={(_event, { value }) => {
            change(value === 'here' ? 'here' : 'file')
          }}
        >
          <Radio value="file" label={t('fromFile')} />
          <Radio value="here" label={t('fromHere')} />
        </RadioGroup>
      </Field>
      {source === 'file' ? children : <MadeHere {...props} />}
    </>
  )
}

function MadeHere({ form, certificate, purpose }: CertificateSourceProps) {
  const t = useTranslations('connectorWork.source')
  const { made, noteKept } = certificate.making
  return (
    <>
      <NewCertificateFields
        targetUrl={purpose.targetUrl}
        isMade={made !== null}
        onMade={certificate.takeMade}
      />
      {made && (
        <MadeCertificateFiles made={made} connectorName={purpose.displayName} onKept={noteKept} />
      )}
      {!made && form.formState.errors.pkcs12Value && (
        <MessageBar intent="error">
          <MessageBarBody role="alert">{t('makeFirst')}</MessageBarBody>
        </MessageBar>
      )}
      <CertificateFindings certificate={certificate} />
    </>
  )
}
