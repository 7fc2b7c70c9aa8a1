'use client'

import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons'
import { useTranslations } from 'use-intl'
import { Stack } from '@/components/shell/basics/stack'
import { download } from '@/lib/client/files/download'
import { CodeBlock } from './code-block'
import type { SampleFile } from './sample-files'

const useStyles = makeStyles({
  header: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
  },
  name: {
    margin: 0,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase300,
    overflowWrap: 'anywhere',
  },
})

/** One file, to be read, copied and downloaded. */
export function SampleFileView({ file: { path, text } }: { readonly file: SampleFile }) {
  const styles = useStyles()
  const t = useTranslations('connectorTests.samples')
  return (
    <Stack gap="XS">
      <div className={styles.header}>
        <h3 className={styles.name}>{path}</h3>
        <Button
          size="small"
          icon={<ArrowDownloadRegular />}
          aria-label={t('download', { path })}
          onClick={() => download(text, path.split('/').at(-1) ?? path, 'text/plain')}
        >
          {t('downloadShort')}
        </Button>
      </div>
      <CodeBlock label={t('file', { path })} text={text} what={path} />
    </Stack>
  )
}
