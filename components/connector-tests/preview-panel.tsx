'use client'

import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { useTranslations } from 'use-intl'
import { PlainRow, PlainTable } from '@/components/grid/plain-table'
import type { ConnectorTestResult } from '@/lib/contract/connector-test'
import type { Step } from '@/lib/contract/identifiers'
import { previewOf, type ChangedClaim, type Preview } from '@/lib/domain/connector-tests/preview'
import { Section } from './section'

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    gridTemplateColumns: 'minmax(0, 1fr)',
    justifySelf: 'start',
    maxWidth: '420px',
    padding: tokens.spacingHorizontalL,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    boxShadow: tokens.shadow4,
    margin: 0,
    overflowWrap: 'anywhere',
    unicodeBidi: 'plaintext',
    whiteSpace: 'pre-line',
  },
})

type PreviewPanelProps = { readonly result: ConnectorTestResult; readonly step: Step }

/** The meaning of the answer for the person who is signing up. */
export function PreviewPanel({ result, step }: PreviewPanelProps) {
  const t = useTranslations('connectorTests')
  return (
    <Section title={t('preview')}>
      <Seen preview={previewOf(result, step)} />
    </Section>
  )
}

function Seen({ preview }: { readonly preview: Preview }) {
  const t = useTranslations('connectorTests.previewOf')
  switch (preview.kind) {
    case 'continues':
      return <Continues preview={preview} />
    case 'blocked':
    case 'asksAgain':
      return <Page lead={t(preview.kind)} message={preview.message} />
    case 'error':
      return <Page lead={t('error')} message={t('errorMessage')} />
  }
}

function Page({ lead, message }: { readonly lead: string; readonly message: string }) {
  const styles = useStyles()
  return (
    <>
      <Text>{lead}</Text>
      <blockquote className={styles.page}>{message}</blockquote>
    </>
  )
}

type ContinuesProps = { readonly preview: Extract<Preview, { kind: 'continues' }> }

function Continues({ preview: { claims, effect } }: ContinuesProps) {
  const t = useTranslations('connectorTests.previewOf')
  if (claims === null) return <Text>{t('unknown')}</Text>
  if (claims.length === 0) return <Text>{t(`${effect}None`)}</Text>
  return (
    <>
      <Text>{t(effect)}</Text>
      <Claims claims={claims} />
    </>
  )
}

function Claims({ claims }: { readonly claims: readonly ChangedClaim[] }) {
  const t = useTranslations('connectorTests')
  return (
    <PlainTable name={t('preview')} columns={[t('attribute'), t('before'), t('after')]}>
      {claims.map(({ name, from, to }) => (
        <PlainRow key={name} cells={[name, from ?? '–', to]} />
      ))}
    </PlainTable>
  )
}
