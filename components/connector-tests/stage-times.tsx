'use client'

import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { useTranslations } from 'use-intl'
import { PlainRow, PlainTable } from '@/components/grid/plain-table'
import type { ConnectorTestResult } from '@/lib/contract/connector-test'
import { totalMs } from '@/lib/domain/connector-tests/history'
import { Section } from './section'
import { LimitsBar, StagesBar, StageSwatch } from './stage-bars'
import { useDurationText } from './use-duration-text'

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    gap: tokens.spacingHorizontalXXL,
    '@media (max-width: 1100px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  bars: { display: 'grid', gap: tokens.spacingVerticalM, alignContent: 'start' },
  stage: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  failed: { fontWeight: tokens.fontWeightSemibold },
  note: { color: tokens.colorNeutralForeground2 },
})

type ResultProps = { readonly result: ConnectorTestResult }

/** Where the time went, and how much of it Microsoft allows. The table says all that the bars show. */
export function StageTimes({ result }: ResultProps) {
  const styles = useStyles()
  const t = useTranslations('connectorTests')
  const durationText = useDurationText()
  const total = totalMs(result)
  return (
    <Section title={t('time')}>
      <Text weight="semibold">{t('timeTotal', { time: durationText(total) })}</Text>
      <div className={styles.columns}>
        <div className={styles.bars}>
          <StagesBar stages={result.stages} />
          <LimitsBar totalMs={total} />
          <Text size={200} className={styles.note}>
            {t('timeLimits')}
          </Text>
        </div>
        <StageTable result={result} />
      </div>
    </Section>
  )
}

function StageTable({ result: { stages } }: ResultProps) {
  const styles = useStyles()
  const t = useTranslations('connectorTests')
  const durationText = useDurationText()
  return (
    <PlainTable name={t('stages')} columns={[t('stageColumn'), t('timeColumn'), t('stateColumn')]}>
      {stages.map(({ name, ms, ok }) => (
        <PlainRow
          key={name}
          cells={[
            <span key="stage" className={styles.stage}>
              <StageSwatch name={name} />
              {t(`stage.${name}`)}
            </span>,
            durationText(ms),
            <span key="state" className={ok ? undefined : styles.failed}>
              {ok ? t('stageDone') : t('stageFailed')}
            </span>,
          ]}
        />
      ))}
    </PlainTable>
  )
}
