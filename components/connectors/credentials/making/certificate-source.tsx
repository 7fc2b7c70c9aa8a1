'use client'

import { Field, MessageBar, MessageBarBody, Radio, RadioGroup } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import type { MadeCertificate } from '@/lib/client/files/make-certificate'
import type { Connector } from '@/lib/contract/connector'
import { CertificateFindings } from '../certificate-findings'
import { MadeCertificateFiles } from './made-certificate-files'
import { NewCertificateFields } from './new-certificate-fields'
import type { CertificateChoice } from '../use-certificate-choice'
import type { CredentialForm } from '../credential-form'

type CertificateSourceProps = {
  readonly form: CredentialForm
  readonly certificate: CertificateChoice
  readonly connector: Connector
  /** The fields of a file. */
  readonly children: ReactNode
}

type Source = 'file' | 'here'

/** A certificate from a file, or one that is made in the browser. */
export function CertificateSource(props: CertificateSourceProps) {
  const { form, certificate, connector, children } = props
  const t = useTranslations('connectors.rotate')
  const [source, setSource] = useState<Source>('file')
  const [made, setMade] = useState<MadeCertificate | null>(null)
  const change = (next: Source) => {
    setSource(next)
    setMade(null)
    certificate.takeMade(null)
    form.clearErrors()
  }
  return (
    <>
      <Field label={t('source')}>
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
      {source === 'file' && children}
      {source === 'here' && (
        <>
          <NewCertificateFields
            connector={connector}
            onMade={(next) => {
              setMade(next)
              certificate.takeMade(next)
            }}
          />
          {made && <MadeCertificateFiles made={made} />}
          {!made && form.formState.errors.pkcs12Value && (
            <MessageBar intent="error">
              <MessageBarBody>{t('makeFirst')}</MessageBarBody>
            </MessageBar>
          )}
          <CertificateFindings certificate={certificate} />
        </>
      )}
    </>
  )
}
