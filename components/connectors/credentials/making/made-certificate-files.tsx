'use client'

import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons'
import { useTranslations } from 'use-intl'
import { CopyButton } from '@/components/shell/basics/copy-button'
import { download } from '@/lib/client/files/download'
import type { MadeCertificate } from '@/lib/client/files/make-certificate'

const useStyles = makeStyles({
  files: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  text: { display: 'block', marginBottom: tokens.spacingVerticalS },
})

/** The public half for the API, and the whole for whoever wants to keep it. */
export function MadeCertificateFiles({ made }: { readonly made: MadeCertificate }) {
  const styles = useStyles()
  const t = useTranslations('connectors.made')
  return (
    <section aria-label={t('title')}>
      <Text className={styles.text}>{t('lead')}</Text>
      <div className={styles.files}>
        <DownloadButton
          name="certificate.cer"
          onDownload={(name) => download(made.certificate, name, 'application/pkix-cert')}
        />
        <DownloadButton
          name="certificate.pem"
          onDownload={(name) => download(made.pem, name, 'application/x-pem-file')}
        />
        <DownloadButton
          name="certificate.pfx"
          onDownload={(name) => download(made.pfx, name, 'application/x-pkcs12')}
        />
        <span>
          {t('password')} <CopyButton text={made.password} what={t('copyPassword')} />
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
  const t = useTranslations('connectors.made')
  return (
    <Button size="small" icon={<ArrowDownloadRegular />} onClick={() => onDownload(name)}>
      {t('download', { name })}
    </Button>
  )
}
