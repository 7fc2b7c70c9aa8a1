'use client'

import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Text,
  tokens,
} from '@fluentui/react-components'
import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { ChoiceField } from '@/components/forms/choice-field'
import { LockedFields } from '@/components/shell/writing/locked-fields'
import { TextField } from '@/components/forms/text-field'
import { useGuardAgainst } from '@/components/shell/dialogs/guard'
import { WriteProgress } from '@/components/shell/writing/write-progress'
import type { Connector } from '@/lib/contract/connector'
import { AuthenticationFields } from './authentication-fields'
import type { ConnectorDraft } from './drafts/connector-draft'
import type { AuthenticationChoice } from '../credentials/credential-values'
import { credentialsIn } from '../credentials/credential-form'
import { lossOf, type ConnectorFormValues } from './values/connector-form-values'
import { DraftNotice } from './drafts/draft-notice'
import { EndpointAdviceNotice } from './endpoint-advice-notice'
import { FormTest } from './form-test'
import { NameTakenNotice } from './name-taken-notice'
import { SaveStop } from './saving/save-stop'
import { useCertificateChoice, type CertificateChoice } from '../credentials/use-certificate-choice'
import { useDraftKeeping, useRestoredDraft } from './drafts/use-connector-draft'
import { useConnectorForm, type ConnectorForm } from './values/use-connector-form'
import { useSave, type Save, type Saving } from './saving/use-save'

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
  /** The form with which the person left this page for a sign-in. */
  readonly draft: ConnectorDraft | null
  /** Sends what the form says, which its schema has accepted. */
  readonly save: Save
  readonly onSaved: (saved: Connector, sentence: string) => void
  readonly onDiscard: () => void
}

/** The fields of a connector, for a new one and for editing. A failure keeps what was entered. */
export function ConnectorForm({ original, draft, save, onSaved, onDiscard }: ConnectorFormProps) {
  const styles = useStyles()
  const t = useTranslations('connectors')
  const work = useTranslations('connectorWork.form')
  const [opened, onOpened] = useState(original)
  const form = useConnectorForm(opened)
  const certificate = useCertificateChoice(credentialsIn(form))
  const saving = useSave({ form, certificate, opened, onOpened, save, onSaved })
  useGuardAgainst(lossIn(form, saving))
  useDraftKeeping(form, opened)
  useRestoredDraft(form, draft)
  return (
    <form noValidate className={styles.form} onSubmit={saving.submit}>
      <DraftNotice draft={draft} />
      <LockedFields isLocked={saving.isBusy}>
        <TextField
          control={form.control}
          name="displayName"
          label={t('displayName')}
          hint={work('displayNameHint')}
          isRequired
          autoFocus={original === null && draft === null}
        />
        <NameTakenNotice form={form} id={opened?.id ?? null} />
        <TextField
          control={form.control}
          name="targetUrl"
          type="url"
          label={t('endpointUrl')}
          hint={work('endpointUrlHint')}
          isRequired
        />
        <EndpointAdviceNotice form={form} />
        <ChoiceField
          control={form.control}
          name="authenticationType"
          label={work('authenticationType')}
          choices={[
            { value: 'basic', label: work('basic') },
            { value: 'certificate', label: work('certificate') },
          ]}
        />
        <AuthenticationFields form={form} certificate={certificate} original={opened} />
        {opened && <LossWarning form={form} original={opened} />}
      </LockedFields>
      <SaveStop form={form} opened={opened} saving={saving} onNew={() => onOpened(null)} />
      <Footer
        form={form}
        certificate={certificate}
        saving={saving}
        opened={opened}
        onDiscard={onDiscard}
      />
    </form>
  )
}

/** A form that is being saved is not lost, but what comes of it would not be seen. */
const lossIn = (form: ConnectorForm, { isBusy }: Saving) => {
  if (isBusy) return 'saving'
  return form.formState.isDirty ? 'entries' : null
}

type LossWarningProps = { readonly form: ConnectorForm; readonly original: Connector }

/** Says what saving takes away, while the person can still leave it alone. */
function LossWarning({ form, original }: LossWarningProps) {
  const t = useTranslations('connectorWork.form')
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

type FooterProps = Pick<ConnectorFormProps, 'onDiscard'> & {
  readonly form: ConnectorForm
  readonly certificate: CertificateChoice
  readonly saving: Saving
  readonly opened: Connector | null
}

function Footer({ form, certificate, saving, opened, onDiscard }: FooterProps) {
  const styles = useStyles()
  const t = useTranslations('connectorWork.form')
  const { isDirty, errors } = form.formState
  const isUnchanged = opened !== null && !isDirty
  const choice = useWatch({ control: form.control, name: 'authenticationType' })
  const count = Object.keys(errors).filter((field) => isShown(field, choice)).length
  return (
    <div className={styles.footer}>
      <MainButton saving={saving} isNew={opened === null} isIdle={isUnchanged} />
      <WayOut saving={saving} onDiscard={onDiscard} />
      <FormTest form={form} certificate={certificate} />
      <Text role="status">
        <WriteProgress phase={saving.phase} />
        {isUnchanged && t('nothingChanged')}
        {count > 0 && form.formState.isSubmitted && t('correct', { count })}
      </Text>
    </div>
  )
}

type MainButtonProps = {
  readonly saving: Saving
  readonly isNew: boolean
  readonly isIdle: boolean
}

function MainButton({ saving: { isBusy, stop }, isNew, isIdle }: MainButtonProps) {
  const t = useTranslations('connectorWork.form')
  const [verb, busyVerb] = isNew ? [t('create'), t('creating')] : [t('save'), t('saving')]
  return (
    <Button
      type="submit"
      // Where choices are to be made first, the main button is theirs.
      appearance={stop?.kind === 'overtaken' ? 'secondary' : 'primary'}
      disabledFocusable={isBusy || isIdle}
    >
      {isBusy ? busyVerb : verb}
    </Button>
  )
}

/** A complaint about the other kind of authentication concerns nobody any more. */
const isShown = (field: string, choice: AuthenticationChoice) =>
  !fieldsOf[choice === 'basic' ? 'certificate' : 'basic'].includes(field)

const fieldsOf: Readonly<Record<AuthenticationChoice, readonly string[]>> = {
  basic: ['username', 'password'],
  certificate: ['pkcs12Value', 'certificatePassword'],
}

type WayOutProps = Pick<FooterProps, 'saving' | 'onDiscard'>

/** A form that is on its way can be stopped until it has been sent. */
function WayOut({ saving: { isBusy, phase, cancel }, onDiscard }: WayOutProps) {
  const t = useTranslations('connectorWork.form')
  const shell = useTranslations('shell')
  if (!isBusy) return <Button onClick={onDiscard}>{t('discard')}</Button>
  return (
    <Button disabledFocusable={phase !== 'looking'} onClick={cancel}>
      {shell('cancel')}
    </Button>
  )
}
