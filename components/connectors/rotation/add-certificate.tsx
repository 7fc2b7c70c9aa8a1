'use client'

import { makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components'
import { ArrowSyncRegular, ArrowUploadRegular } from '@fluentui/react-icons'
import type { ReactElement } from 'react'
import { useTranslations } from 'use-intl'
import { InSight } from '@/components/shell/writing/in-sight'
import { Stack } from '@/components/shell/basics/stack'
import { useDisplayName } from '@/components/shell/basics/use-display-name'
import { TypedConfirmation } from '@/components/forms/typed-confirmation'
import { DialogButton } from '@/components/shell/dialogs/dialog-button'
import { DialogButtons, DialogFrame } from '@/components/shell/dialogs/dialog-frame'
import { RefusedWrite } from '@/components/shell/notices/refused-write'
import type { Connector } from '@/lib/contract/connector'
import { nameToType } from '@/lib/domain/name-to-type'
import { CertificateFields } from '../credentials/certificate-fields'
import { CertificateSource } from '../credentials/making/certificate-source'
import { RotationForecastView } from './rotation-forecast'
import { RotationModeField } from './rotation-mode-field'
import { useAddCertificate, type AddCertificate } from './use-add-certificate'
import { WriteButton } from '@/components/shell/writing/write-button'

const useStyles = makeStyles({
  fields: { marginTop: tokens.spacingVerticalM },
})

type Purpose = 'upload' | 'rotate'

type ConnectorProps = { readonly connector: Connector }

/** Adds a certificate to those that a connector has. */
export function UploadCertificate({ connector }: ConnectorProps) {
  return (
    <AddCertificateButton connector={connector} purpose="upload" icon={<ArrowUploadRegular />} />
  )
}

/** The same with a choice of where the certificate comes from and what becomes of the others. */
export function RotateCertificate({ connector }: ConnectorProps) {
  return <AddCertificateButton connector={connector} purpose="rotate" icon={<ArrowSyncRegular />} />
}

type AddCertificateButtonProps = ConnectorProps & {
  readonly purpose: Purpose
  readonly icon: ReactElement
}

function AddCertificateButton({ connector, purpose, icon }: AddCertificateButtonProps) {
  const t = useTranslations('connectors')
  return (
    <DialogButton
      isWide
      button={(opener) => (
        <WriteButton {...opener} icon={icon}>
          {t(purpose === 'upload' ? 'uploadCertificate' : 'rotateCertificate')}
        </WriteButton>
      )}
    >
      {(close) => <AddCertificateForm connector={connector} purpose={purpose} onDone={close} />}
    </DialogButton>
  )
}

type FormProps = ConnectorProps & { readonly purpose: Purpose; readonly onDone: () => void }

/** `onDone` unmounts it: that is how file, key and password leave the page. */
function AddCertificateForm({ connector, purpose, onDone }: FormProps) {
  const styles = useStyles()
  const t = useTranslations('connectorWork')
  const adding = useAddCertificate(connector, onDone)
  const name = useDisplayName()(connector.displayName)
  return (
    <DialogFrame
      title={t(`${purpose}.title`, { name })}
      isBusy={adding.isBusy}
      onSubmit={adding.submit}
      result={<Stopped purpose={purpose} adding={adding} />}
      actions={<Buttons purpose={purpose} adding={adding} onCancel={onDone} />}
    >
      {t(`${purpose}.lead`)}
      <Stack gap="L" className={styles.fields}>
        <CertificateSource form={adding.form} certificate={adding.certificate} purpose={connector}>
          <FileFields adding={adding} />
        </CertificateSource>
        {purpose === 'rotate' && <RotationModeField adding={adding} />}
        {adding.rotation && adding.forecast && (
          <RotationForecastView rotation={adding.rotation} forecast={adding.forecast} />
        )}
        <Confirmation adding={adding} connector={connector} />
      </Stack>
    </DialogFrame>
  )
}

type StoppedProps = AddingProps & { readonly purpose: Purpose }

/** Why nothing, or nobody knows what, was added. */
function Stopped({ purpose, adding }: StoppedProps) {
  const t = useTranslations('connectorWork')
  const { isOvertaken, problem, begin, lostWrite } = adding
  if (isOvertaken) {
    return (
      <InSight>
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody role="alert">{t('upload.overtaken')}</MessageBarBody>
        </MessageBar>
      </InSight>
    )
  }
  if (!problem) return null
  const repetition = { name: t(`${purpose}.again`), act: begin }
  return <RefusedWrite {...{ problem, repetition, lostWrite }} />
}

type AddingProps = { readonly adding: AddCertificate }

function FileFields({ adding: { form, certificate } }: AddingProps) {
  const t = useTranslations('connectorWork.form')
  return (
    <CertificateFields
      form={form}
      certificate={certificate}
      hint={t('certificateFileHint')}
      isRequired
    />
  )
}

/** An upload that leaves a gap or removes certificates needs the connector's name. */
function Confirmation({ adding, connector }: AddingProps & ConnectorProps) {
  const t = useTranslations('connectorWork.forecast')
  const { confirmation } = adding
  if (!confirmation.isNeeded) return null
  return (
    <TypedConfirmation
      label={t('confirm', { name: nameToType(connector) })}
      hint={t('confirmHint')}
      complaint={confirmation.isWrong ? t('confirmWrong') : undefined}
      typed={confirmation.typed}
      onType={confirmation.type}
    />
  )
}

type ButtonsProps = AddingProps & { readonly purpose: Purpose; readonly onCancel: () => void }

function Buttons({ purpose, adding, onCancel }: ButtonsProps) {
  const t = useTranslations('connectorWork')
  const buttons = { isBusy: adding.isBusy, progress: adding, onCancel }
  return purpose === 'upload' ? (
    <DialogButtons verb={t('upload.upload')} busyVerb={t('upload.uploading')} {...buttons} />
  ) : (
    <DialogButtons verb={t('rotate.rotate')} busyVerb={t('rotate.rotating')} {...buttons} />
  )
}
