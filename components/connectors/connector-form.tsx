'use client'

import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Text,
  tokens,
} from '@fluentui/react-components'
import { useState, type SyntheticEvent } from 'react'
import { useWatch } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { ChoiceField } from '@/components/forms/choice-field'
import { TextField } from '@/components/forms/text-field'
import { useSubmission, type Outcome } from '@/components/forms/use-submission'
import { useUnsavedWork } from '@/components/shell/navigation-guard'
import { ProblemNotice } from '@/components/shell/problem-notice'
import type { Problem, Result } from '@/lib/client/problem'
import type { Connector } from '@/lib/contract/connector'
import { AuthenticationFields } from './authentication-fields'
import { lossOf, type ConnectorFormValues } from './connector-form-values'
import { useCertificateChoice, type CertificateChoice } from './use-certificate-choice'
import { showComplaints, useConnectorForm, type ConnectorForm } from './use-connector-form'

const useStyles = makeStyles({
  form: {
    display: 'grid',
    gap: tokens.spacingVerticalL,
    maxWidth: '640px',
    gridTemplateColumns: 'minmax(0, 1fr)',
  },
  footer: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
  },
})

type ConnectorFormProps = {
  /** The connector to edit; null for a new one. */
  readonly original: Connector | null
  readonly saveName: string
  readonly savingName: string
  /** Sends what the form says, which its schema has accepted. */
  readonly save: (values: ConnectorFormValues) => Promise<Result<Connector>>
  /** Leaves the page. With a connector it was saved, without one the form was discarded. */
  readonly onDone: (saved: Connector | null) => void
}

/** The fields of a connector, for a new one and for editing. A failure keeps what was entered. */
export function ConnectorForm(props: ConnectorFormProps) {
  const styles = useStyles()
  const t = useTranslations('connectors')
  const form = useConnectorForm(props.original)
  const certificate = useCertificateChoice(form)
  const { problem, isBusy, submit } = useSave(form, certificate, props)
  useUnsavedWork(form.formState.isDirty)
  return (
    <form noValidate className={styles.form} onSubmit={submit}>
      <TextField
        control={form.control}
        name="displayName"
        label={t('displayName')}
        hint={t('form.displayNameHint')}
        isRequired
        autoFocus={props.original === null}
      />
      <TextField
        control={form.control}
        name="targetUrl"
        type="url"
        label={t('endpointUrl')}
        hint={t('form.endpointUrlHint')}
        isRequired
      />
      <ChoiceField
        control={form.control}
        name="authenticationType"
        label={t('form.authenticationType')}
        choices={[
          { value: 'basic', label: t('form.basic') },
          { value: 'certificate', label: t('form.certificate') },
        ]}
      />
      <AuthenticationFields form={form} certificate={certificate} original={props.original} />
      {props.original && <LossWarning form={form} original={props.original} />}
      {problem && <ProblemNotice problem={problem} />}
      <Footer form={form} isBusy={isBusy} {...props} />
    </form>
  )
}

function useSave(form: ConnectorForm, certificate: CertificateChoice, props: ConnectorFormProps) {
  const { isBusy, run } = useSubmission()
  const [problem, setProblem] = useState<Problem | null>(null)

  const send = async (values: ConnectorFormValues): Promise<Outcome> => {
    setProblem(null)
    const ready = await withPreparedFile(values, certificate)
    if (!ready) return 'stay'
    const saved = await props.save(ready)
    if (saved.ok) {
      props.onDone(saved.value)
      return 'done'
    }
    setProblem(saved.problem)
    showComplaints(form, saved.problem, values.authenticationType)
    return 'stay'
  }
  const submit = form.handleSubmit((values) => run(() => send(values)))
  return {
    problem,
    isBusy,
    submit: (event: SyntheticEvent) => {
      event.preventDefault()
      void certificate.settled().then(() => submit())
    },
  }
}

/** The values with the file as it is to be sent; null when it does not open. */
async function withPreparedFile(
  values: ConnectorFormValues,
  certificate: CertificateChoice,
): Promise<ConnectorFormValues | null> {
  if (values.authenticationType !== 'certificate' || values.pkcs12Value === '') return values
  const prepared = await certificate.prepare()
  return prepared && { ...values, pkcs12Value: prepared.body.pkcs12Value }
}

type LossWarningProps = { readonly form: ConnectorForm; readonly original: Connector }

/** What saving takes away, said while it can still be left alone. */
function LossWarning({ form, original }: LossWarningProps) {
  const t = useTranslations('connectors.form')
  const values = useWatch({ control: form.control, compute: (all: ConnectorFormValues) => all })
  const loss = lossOf(values, original)
  if (!loss) return null
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        {loss.kind === 'basicToCertificate'
          ? t('basicToCertificate')
          : t(loss.kind, { count: loss.count })}{' '}
        {t('apiMustAccept')}
      </MessageBarBody>
    </MessageBar>
  )
}

type FooterProps = ConnectorFormProps & { readonly form: ConnectorForm; readonly isBusy: boolean }

function Footer({ form, isBusy, original, saveName, savingName, onDone }: FooterProps) {
  const styles = useStyles()
  const t = useTranslations('connectors.form')
  const { isDirty, errors } = form.formState
  const isUnchanged = original !== null && !isDirty
  const count = Object.keys(errors).length
  return (
    <div className={styles.footer}>
      <Button type="submit" appearance="primary" disabledFocusable={isBusy || isUnchanged}>
        {isBusy ? savingName : saveName}
      </Button>
      <Button disabledFocusable={isBusy} onClick={() => onDone(null)}>
        {t('discard')}
      </Button>
      <Text role="status">
        {isUnchanged && t('nothingChanged')}
        {count > 0 && form.formState.isSubmitted && t('correct', { count })}
      </Text>
    </div>
  )
}
