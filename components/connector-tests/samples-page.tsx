'use client'

import { makeStyles, Tab, TabList, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { MoreTexts } from '@/components/shell/frame/more-texts'
import { testTexts } from '@/lib/messages/test-texts'
import { Stack } from '@/components/shell/basics/stack'
import { PageHeading } from '@/components/shell/frame/page-heading'
import { PageLink } from '@/components/shell/frame/page-link'
import { pages } from '@/lib/contract/routes'
import { ConnectorEnvironment } from './connector-environment'
import { filesOf, platforms, type SampleFile } from './sample-files'
import { SampleFileView } from './sample-file-view'
import { Section } from './section'

const useStyles = makeStyles({
  page: { maxWidth: '960px' },
  panel: { display: 'grid', gap: tokens.spacingVerticalL, gridTemplateColumns: 'minmax(0, 1fr)' },
})

type SamplesPageProps = {
  readonly files: readonly SampleFile[]
  readonly connectorId: string | null
}

/** An endpoint to start from, with what it has to know of a connector. */
export function SamplesPage(props: SamplesPageProps) {
  return (
    <MoreTexts texts={testTexts}>
      <Samples {...props} />
    </MoreTexts>
  )
}

function Samples({ files, connectorId }: SamplesPageProps) {
  const styles = useStyles()
  const t = useTranslations('connectorTests.samples')
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} />
      <Stack gap="L" className={styles.page}>
        {connectorId === null ? (
          <Text>{t('noConnector')}</Text>
        ) : (
          <>
            <PageLink href={pages.connectorTest(connectorId)}>{t('back')}</PageLink>
            <ConnectorEnvironment connectorId={connectorId} />
          </>
        )}
        <Section title={t('files')} level={2}>
          <Platforms files={files} />
        </Section>
      </Stack>
    </>
  )
}

function Platforms({ files }: Pick<SamplesPageProps, 'files'>) {
  const styles = useStyles()
  const t = useTranslations('connectorTests.samples')
  const [platform, setPlatform] = useState<(typeof platforms)[number]>('express')
  return (
    <>
      <TabList
        aria-label={t('platform')}
        selectedValue={platform}
        onTabSelect={(_event, { value }) => {
          setPlatform(platforms.find((known) => known === value) ?? 'express')
        }}
      >
        {platforms.map((name) => (
          <Tab key={name} id={`tab-${name}`} value={name} aria-controls="platform">
            {t(name)}
          </Tab>
        ))}
      </TabList>
      <div
        id="platform"
        role="tabpanel"
        aria-labelledby={`tab-${platform}`}
        tabIndex={0}
        className={styles.panel}
      >
        {filesOf(files, platform).map((file) => (
          <SampleFileView key={file.path} file={file} />
        ))}
      </div>
    </>
  )
}
