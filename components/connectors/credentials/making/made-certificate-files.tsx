'use client'

import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons'
import { useTranslations } from 'use-intl'
import { CopyButton } from '@/components/shell/basics/copy-button'
import { download } from '@/lib/client/files/download'
import type { MadeCertificate } from '@/lib/client/files/make-certificate'
import { certificateFileName } from '@/lib/domain/certificate-file-name'
import type { Keepsake } from '../use-making'

const useStyles = makeStyles({
  files: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  text: { display: 'block', marginBottom: tokens.spacingVerticalS },
})

type MadeCertificateFilesProps = {
  readonly made: MadeCertificate
  readonly connectorName: string
  /** Something has been saved without which the key would be lost. */
  readonly onKept: (part: Keepsake) => void
}

/** The public half for the API, and the whole for whoever wants to keep it. */
export function MadeCertificateFiles(props: MadeCertificateFilesProps) {
  const { made, connectorName, onKept } = props
  const styles = useStyles()
  const t = useTranslations('connectorWork.made')
  const name = certificateFileName(connectorName, made.notAfter)
  return (
    <section aria-label={t('title')}>
      <Text className={styles.text}>{t('lead')}</Text>
      <Text className={styles.text}>{t('later')}</Text>
      <div className={styles.files}>
        <DownloadButton
          name={`${name}.cer`}
          onDownload={(file) => download(made.certificate, file, 'application/pkix-cert')}
        />
        <DownloadButton
          name={`${name}.pem`}
          onDownload={(file) => download(made.pem, file, 'application/x-pem-file')}
        />
        <DownloadButton
          name={`${name}.pfx`}
          onDownload={(file) => {
            download(made.pfx, file, 'application/x-pkcs12')
            onKept('file')
          }}
        />
        <span>
          {t('password')}{' '}
          <CopyButton
            text={made.password}
            what={t('copyPassword')}
            onCopied={() => onKept('password')}
          />
        </span>
      </div>
    </section>
  )
}

type DownloadButtonProps = {
  readonly name: string
  readonly onDownload: (name: string) => void
}

function DownloadButton({ name, onDownload }: DownloadButtonProps) {
  const t = useTranslations('connectorWork.made')
  return (
    <Button size="small" icon={<ArrowDownloadRegular />} onClick={() => onDownload(name)}>
      {t('download', { name })}
    </Button>
  )
}
