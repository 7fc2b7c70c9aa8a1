'use client'

import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { useId, type ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { newAuthenticationSchema } from '@/lib/contract/authentication'
import type { ConnectorTest } from '@/lib/contract/connector-test'
import { BasicFields } from '../credentials/basic-fields'
import { CertificateFields } from '../credentials/certificate-fields'
import { authenticationFrom, type CredentialValues } from '../credentials/credential-values'
import { useCertificateChoice, type CertificateChoice } from '../credentials/use-certificate-choice'
import { useTestForm, type CredentialForm } from '../credentials/credential-form'

const useStyles = makeStyles({
  group: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    gridTemplateColumns: 'minmax(0, 1fr)',
    maxWidth: '640px',
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  lead: { color: tokens.colorNeutralForeground2 },
  basic: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(240px, 100%), 1fr))',
    alignItems: 'start',
    gap: tokens.spacingHorizontalL,
  },
})

export type TestCredentials = {
  readonly form: CredentialForm
  readonly certificate: CertificateChoice
  /** Null when they are not complete, and then the fields say why. */
  readonly prepare: () => Promise<ConnectorTest['authentication'] | null>
}

/** Credentials that are entered for tests and leave the page with the component. */
export function useTestCredentials(start: CredentialValues): TestCredentials {
  const form = useTestForm(start)
  const certificate = useCertificateChoice(form, { mayConvert: false })
  const prepare = async () => {
    await certificate.settled()
    let prepared: ConnectorTest['authentication'] | null = null
    await form.handleSubmit(async (values) => {
      prepared = await authenticationOf(values, certificate)
    })()
    return prepared
  }
  return { form, certificate, prepare }
}

async function authenticationOf(values: CredentialValues, certificate: CertificateChoice) {
  if (values.authenticationType === 'basic') {
    return newAuthenticationSchema.parse(authenticationFrom(values))
  }
  const upload = await certificate.prepare()
  if (!upload) return null
  const { pkcs12Value } = upload.body
  return newAuthenticationSchema.parse(authenticationFrom({ ...values, pkcs12Value }))
}

/** Where they are entered. */
export function TestCredentialFields({ form, certificate }: TestCredentials) {
  const t = useTranslations('connectorTests')
  const hints = useTranslations('connectorWork.form')
  const styles = useStyles()
  const isBasic = form.getValues('authenticationType') === 'basic'
  return (
    <TestCredentialGroup lead={t('credentialsLead')}>
      {isBasic ? (
        <div className={styles.basic}>
          <BasicFields form={form} isPasswordRequired />
        </div>
      ) : (
        <CertificateFields
          form={form}
          certificate={certificate}
          hint={hints('certificateFileHint')}
          isRequired
        />
      )}
    </TestCredentialGroup>
  )
}

type TestCredentialGroupProps = { readonly lead: string; readonly children?: ReactNode }

export function TestCredentialGroup({ lead, children }: TestCredentialGroupProps) {
  const styles = useStyles()
  const t = useTranslations('connectorTests')
  const id = useId()
  return (
    <section aria-labelledby={id} className={styles.group}>
      <h2 id={id} className={styles.heading}>
        {t('credentials')}
      </h2>
      <Text className={styles.lead}>{lead}</Text>
      {children}
    </section>
  )
}
