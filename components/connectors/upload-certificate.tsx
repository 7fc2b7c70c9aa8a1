'use client'

import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogTitle,
  makeStyles,
  tokens,
  useRestoreFocusTarget,
} from '@fluentui/react-components'
import { ArrowUploadRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useSubmission } from '@/components/forms/use-submission'
import { useAnnounce } from '@/components/shell/announcement'
import { Modal } from '@/components/shell/modal'
import { ProblemNotice } from '@/components/shell/problem-notice'
import { useConnectorWrites } from '@/lib/client/connector-writes'
import type { Problem } from '@/lib/client/problem'
import {
  certificateUploadSchema,
  clientCertificateAuthenticationType,
} from '@/lib/contract/authentication'
import type { Connector } from '@/lib/contract/connector'
import { pages } from '@/lib/contract/routes'
import { CertificateFields } from './certificate-fields'
import { uploadFrom } from './connector-form-values'
import { useCertificateChoice } from './use-certificate-choice'
import { useUploadForm } from './use-connector-form'
import { WriteButton } from './write-button'

const useStyles = makeStyles({
  fields: { display: 'grid', gap: tokens.spacingVerticalL, marginTop: tokens.spacingVerticalM },
})

/** Adds a certificate to those that a connector has. */
export function UploadCertificate({ connector }: { readonly connector: Connector }) {
  const t = useTranslations('connectors')
  const [isOpen, setIsOpen] = useState(false)
  const focusTarget = useRestoreFocusTarget() // closing the dialog gives the focus back to the button
  return (
    <>
      <WriteButton {...focusTarget} icon={<ArrowUploadRegular />} onClick={() => setIsOpen(true)}>
        {t('uploadCertificate')}
      </WriteButton>
      <Modal isOpen={isOpen} onClose={() => setIsOpen(false)}>
        <UploadForm connector={connector} onDone={() => setIsOpen(false)} />
      </Modal>
    </>
  )
}

type UploadFormProps = { readonly connector: Connector; readonly onDone: () => void }

/** `onDone` unmounts it: that is how file and password leave the page. */
function UploadForm({ connector, onDone }: UploadFormProps) {
  const styles = useStyles()
  const t = useTranslations('connectors')
  const shell = useTranslations('shell')
  const form = useUploadForm()
  const certificate = useCertificateChoice(form)
  const { problem, isBusy, upload } = useUpload(connector, onDone)
  const submit = form.handleSubmit((values) => upload(certificate.opens, uploadFrom(values)))
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <DialogBody>
        <DialogTitle>{t('upload.title', { name: connector.displayName })}</DialogTitle>
        <DialogContent>
          {t('upload.lead')}
          <div className={styles.fields}>
            <CertificateFields
              form={form}
              certificate={certificate}
              hint={t('form.certificateFileHint')}
              isRequired
            />
          </div>
          {problem && <ProblemNotice problem={problem} />}
        </DialogContent>
        <DialogActions>
          <Button type="submit" appearance="primary" disabledFocusable={isBusy}>
            {isBusy ? t('upload.uploading') : t('upload.upload')}
          </Button>
          <Button disabledFocusable={isBusy} onClick={onDone}>
            {shell('cancel')}
          </Button>
        </DialogActions>
      </DialogBody>
    </form>
  )
}

function useUpload(connector: Connector, onDone: () => void) {
  const t = useTranslations('connectors.upload')
  const { uploadCertificate } = useConnectorWrites()
  const announce = useAnnounce()
  const { isBusy, run } = useSubmission()
  const [problem, setProblem] = useState<Problem | null>(null)

  const upload = (opens: () => Promise<boolean>, body: unknown) =>
    run(async () => {
      setProblem(null)
      if (!(await opens())) return 'stay'
      const result = await uploadCertificate(connector.id, certificateUploadSchema.parse(body))
      if (!result.ok) {
        setProblem(result.problem)
        return 'stay'
      }
      const active = activeThumbprint(result.value)
      const sentences = [t('done'), active && t('doneActive', { thumbprint: active })]
      announce(sentences.filter(Boolean).join(' '), pages.connector(connector.id))
      onDone()
      return 'done'
    })
  return { problem, isBusy, upload }
}

function activeThumbprint({ authenticationConfiguration }: Connector): string | null {
  if (authenticationConfiguration['@odata.type'] !== clientCertificateAuthenticationType)
    return null
  const { certificateList } = authenticationConfiguration
  return certificateList.find(({ isActive }) => isActive)?.thumbprint ?? null
}
