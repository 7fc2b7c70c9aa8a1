'use client'

import {
  Button,
  MessageBar,
  MessageBarBody,
  useRestoreFocusTarget,
} from '@fluentui/react-components'
import { BeakerRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useDisplayName } from '@/components/shell/basics/use-display-name'
import { DialogFrame } from '@/components/shell/dialogs/dialog-frame'
import { Modal } from '@/components/shell/dialogs/modal'
import { newAuthenticationSchema } from '@/lib/contract/authentication'
import { authenticationFrom } from '../credentials/credential-values'
import type { ConnectorFormValues } from './values/connector-form-values'
import { LazyTestConsole } from '../test/lazy-test-console'
import {
  TestCredentialFields,
  TestCredentialGroup,
  useTestCredentials,
} from '../test/test-credentials'
import type { CertificateChoice } from '../credentials/use-certificate-choice'
import type { ConnectorForm } from './values/use-connector-form'

type FormTestProps = { readonly form: ConnectorForm; readonly certificate: CertificateChoice }

/** Tries what a form describes before it is saved. Without a sound endpoint URL there is no test. */
export function FormTest({ form, certificate }: FormTestProps) {
  const t = useTranslations('connectors.test')
  const shell = useTranslations('shell')
  const [isOpen, setIsOpen] = useState(false)
  const focusTarget = useRestoreFocusTarget()
  const open = async () => {
    await certificate.settled()
    setIsOpen(await form.trigger('targetUrl', { shouldFocus: true }))
  }
  const close = () => {
    setIsOpen(false)
  }
  return (
    <>
      <Button {...focusTarget} icon={<BeakerRegular />} onClick={() => void open()}>
        {t('open')}
      </Button>
      <Modal isOpen={isOpen} isWide onClose={close}>
        <DialogFrame title={t('title')} actions={<Button onClick={close}>{shell('close')}</Button>}>
          <FormTestConsole form={form} certificate={certificate} />
        </DialogFrame>
      </Modal>
    </>
  )
}

/** With the form's own certificate, if it has one; what it lacks is entered here. */
function FormTestConsole({ form, certificate }: FormTestProps) {
  const [values] = useState(() => form.getValues())
  const hasFile = values.authenticationType === 'certificate' && values.pkcs12Value !== ''
  return hasFile ? (
    <CertificateOfFormTest values={values} certificate={certificate} />
  ) : (
    <EnteredCredentialsTest values={values} />
  )
}

type ValuesProps = { readonly values: ConnectorFormValues }

function useTarget({ displayName, targetUrl, ...values }: ConnectorFormValues) {
  const nameOf = useDisplayName()
  return {
    connectorId: null,
    name: nameOf(displayName),
    curl: {
      targetUrl: targetUrl.trim(),
      credentials:
        values.authenticationType === 'basic'
          ? ({ kind: 'basic', username: values.username } as const)
          : ({ kind: 'certificate' } as const),
    },
  }
}

function EnteredCredentialsTest({ values }: ValuesProps) {
  const target = useTarget(values)
  const credentials = useTestCredentials(values)
  const prepare = async () => {
    const authentication = await credentials.prepare()
    return authentication && { targetUrl: target.curl.targetUrl, authentication }
  }
  return (
    <LazyTestConsole
      target={{ ...target, prepare }}
      credentials={<TestCredentialFields {...credentials} />}
    />
  )
}

function CertificateOfFormTest({
  values,
  certificate,
}: ValuesProps & Pick<FormTestProps, 'certificate'>) {
  const target = useTarget(values)
  const [isUnusable, setIsUnusable] = useState(false)
  const prepare = async () => {
    const upload = await certificate.prepare()
    setIsUnusable(upload === null)
    if (!upload) return null
    const { pkcs12Value } = upload.body
    const authentication = newAuthenticationSchema.parse(
      authenticationFrom({ ...values, pkcs12Value }),
    )
    return { targetUrl: target.curl.targetUrl, authentication }
  }
  return (
    <LazyTestConsole
      target={{ ...target, prepare }}
      credentials={<ChosenCertificate isUnusable={isUnusable} />}
    />
  )
}

function ChosenCertificate({ isUnusable }: { readonly isUnusable: boolean }) {
  const t = useTranslations('connectorTests')
  return (
    <TestCredentialGroup lead={t('formTestLead')}>
      {isUnusable && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{t('formTestIncomplete')}</MessageBarBody>
        </MessageBar>
      )}
    </TestCredentialGroup>
  )
}
