'use client'

import {
  Button,
  Checkbox,
  makeStyles,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  Text,
  tokens,
} from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { DialogButton } from '@/components/shell/dialogs/dialog-button'
import { useTestHistory } from '@/lib/client/test-history'
import { totalMs, type HistoryEntry } from '@/lib/domain/connector-tests/history'
import { Comparison } from './comparison'
import { useDurationText } from './use-duration-text'
import { useMomentText } from './use-moment-text'
import { useOutcomeText } from './use-outcome-text'

const useStyles = makeStyles({
  section: { display: 'grid', gap: tokens.spacingVerticalS, gridTemplateColumns: 'minmax(0, 1fr)' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  lead: { color: tokens.colorNeutralForeground2, maxWidth: '110ch' },
  tools: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalM,
    alignItems: 'center',
  },
  scroll: { overflowX: 'auto' },
  table: { minWidth: '760px' },
  cell: { overflowWrap: 'anywhere' },
  narrow: { width: '110px' },
})

type TestHistoryProps = {
  /** Of the connector at hand: its tests are shown unless all are asked for. */
  readonly name: string
  readonly onShow: (entry: HistoryEntry) => void
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
    <div className={styles.section}>
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
    </div>
  )
}

function CompareButton({ entries }: { readonly entries: readonly HistoryEntry[] }) {
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
  readonly entries: readonly HistoryEntry[]
  readonly chosen: readonly string[]
  readonly onToggle: (id: string) => void
  readonly onShow: (entry: HistoryEntry) => void
}

function HistoryTable({ entries, ...rest }: HistoryTableProps) {
  const styles = useStyles()
  const t = useTranslations('connectorTests')
  return (
    <div className={styles.scroll} role="region" aria-label={t('history')} tabIndex={0}>
      <Table size="small" aria-label={t('history')} className={styles.table}>
        <TableHeader>
          <TableRow>
            <TableHeaderCell className={styles.narrow}>{t('choose')}</TableHeaderCell>
            <TableHeaderCell>{t('when')}</TableHeaderCell>
            <TableHeaderCell>{t('connector')}</TableHeaderCell>
            <TableHeaderCell>{t('step')}</TableHeaderCell>
            <TableHeaderCell>{t('outcomeColumn')}</TableHeaderCell>
            <TableHeaderCell className={styles.narrow}>{t('timeColumn')}</TableHeaderCell>
            <TableHeaderCell className={styles.narrow}>{t('show')}</TableHeaderCell>
          </TableRow>
        </TableHeader>
        <TableBody>
          {entries.map((entry) => (
            <HistoryRow key={entry.id} entry={entry} {...rest} />
          ))}
        </TableBody>
      </Table>
    </div>
  )
}

type HistoryRowProps = Omit<HistoryTableProps, 'entries'> & { readonly entry: HistoryEntry }

function HistoryRow({ entry, chosen, onToggle, onShow }: HistoryRowProps) {
  const styles = useStyles()
  const t = useTranslations('connectorTests')
  const flows = useTranslations('userFlows')
  const durationText = useDurationText()
  const outcomeText = useOutcomeText()
  const when = useMomentText()(entry.at)
  return (
    <TableRow>
      <TableCell>
        <Checkbox
          aria-label={t('chooseEntry', { when })}
          checked={chosen.includes(entry.id)}
          onChange={() => {
            onToggle(entry.id)
          }}
        />
      </TableCell>
      <TableCell>{when}</TableCell>
      <TableCell className={styles.cell}>{entry.name}</TableCell>
      <TableCell className={styles.cell}>{flows(`step.${entry.step}`)}</TableCell>
      <TableCell className={styles.cell}>{outcomeText(entry.result)}</TableCell>
      <TableCell>{durationText(totalMs(entry.result))}</TableCell>
      <TableCell>
        <Button
          size="small"
          aria-label={t('showEntry', { when })}
          onClick={() => {
            onShow(entry)
          }}
        >
          {t('show')}
        </Button>
      </TableCell>
    </TableRow>
  )
}
