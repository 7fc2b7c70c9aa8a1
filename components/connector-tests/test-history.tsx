'use client'

import { Button, Checkbox, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Stack } from '@/components/shell/basics/stack'
import { PlainRow, PlainTable } from '@/components/grid/plain-table'
import { DialogButton } from '@/components/shell/dialogs/dialog-button'
import { useTestHistory } from '@/lib/client/use-test-history'
import { totalMs, type PastTest } from '@/lib/domain/connector-tests/history'
import { Comparison } from './comparison'
import { useDurationText } from './use-duration-text'
import { momentText } from '@/components/shell/time/moment-text'
import { useOutcomeText } from './use-outcome-text'

const useStyles = makeStyles({
  heading: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  lead: { color: tokens.colorNeutralForeground2, maxWidth: '110ch' },
  tools: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalM,
    alignItems: 'center',
  },
})

type TestHistoryProps = {
  /** Of the connector at hand: its tests are shown unless all are asked for. */
  readonly name: string
  readonly onShow: (entry: PastTest) => void
}

/** The tests of the past, two of which can be compared. */
export function TestHistory({ name, onShow }: TestHistoryProps) {
  const styles = useStyles()
  const t = useTranslations('connectorTests')
  const { history, clear } = useTestHistory()
  const [isAll, setIsAll] = useState(false)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const shown = history.filter((entry) => isAll || entry.name === name)
  const toggle = (id: string) => {
    setChosen(
      chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen.slice(-1), id],
    )
  }
  return (
    <Stack gap="S">
      <h2 className={styles.heading}>{t('history')}</h2>
      <Text className={styles.lead}>{t('historyLead')}</Text>
      {history.length > 0 && (
        <div className={styles.tools}>
          <CompareButton entries={shown.filter(({ id }) => chosen.includes(id))} />
          <Checkbox
            label={t('historyAll')}
            checked={isAll}
            onChange={(_event, { checked }) => setIsAll(checked === true)}
          />
          <Button appearance="subtle" onClick={clear}>
            {t('historyClear')}
          </Button>
        </div>
      )}
      {shown.length === 0 ? (
        <Text>{t('historyEmpty')}</Text>
      ) : (
        <HistoryTable entries={shown} chosen={chosen} onToggle={toggle} onShow={onShow} />
      )}
    </Stack>
  )
}

function CompareButton({ entries }: { readonly entries: readonly PastTest[] }) {
  const t = useTranslations('connectorTests')
  // The older one first, as one reads.
  const [newer, older] = entries
  if (!newer || !older) {
    return (
      <>
        <Button disabledFocusable>{t('compare')}</Button>
        <Text size={200}>{t('compareHint')}</Text>
      </>
    )
  }
  return (
    <DialogButton isWide button={(opener) => <Button {...opener}>{t('compare')}</Button>}>
      {(close) => <Comparison pair={[older, newer]} onClose={close} />}
    </DialogButton>
  )
}

type HistoryTableProps = {
  readonly entries: readonly PastTest[]
  readonly chosen: readonly string[]
  readonly onToggle: (id: string) => void
  readonly onShow: (entry: PastTest) => void
}

function HistoryTable({ entries, ...rest }: HistoryTableProps) {
  const t = useTranslations('connectorTests')
  return (
    <PlainTable
      name={t('history')}
      minWidth={760}
      columns={[
        { title: t('choose'), width: narrow },
        t('when'),
        t('connector'),
        t('step'),
        t('outcomeColumn'),
        { title: t('timeColumn'), width: narrow },
        { title: t('show'), width: narrow },
      ]}
    >
      {entries.map((entry) => (
        <HistoryRow key={entry.id} entry={entry} {...rest} />
      ))}
    </PlainTable>
  )
}

const narrow = '110px'

type HistoryRowProps = Omit<HistoryTableProps, 'entries'> & { readonly entry: PastTest }

function HistoryRow({ entry, chosen, onToggle, onShow }: HistoryRowProps) {
  const t = useTranslations('connectorTests')
  const flows = useTranslations('userFlows')
  const durationText = useDurationText()
  const outcomeText = useOutcomeText()
  const when = momentText(entry.at, 'second')
  return (
    <PlainRow
      cells={[
        <Checkbox
          key="choose"
          aria-label={t('chooseEntry', { when })}
          checked={chosen.includes(entry.id)}
          onChange={() => {
            onToggle(entry.id)
          }}
        />,
        when,
        entry.name,
        flows(`step.${entry.step}`),
        outcomeText(entry.result),
        durationText(totalMs(entry.result)),
        <Button
          key="show"
          size="small"
          aria-label={t('showEntry', { when })}
          onClick={() => {
            onShow(entry)
          }}
        >
          {t('show')}
        </Button>,
      ]}
    />
  )
}
