'use client'

import { Button, makeStyles, ProgressBar, Text } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import { useTranslations } from 'use-intl'
import { SearchField, Tools } from '@/components/grid/tools'
import { useConnectorsRead } from '@/lib/client/use-connectors'
import type { UserFlows } from '@/lib/domain/user-flows/user-flow'
import { stepSchema } from '@/lib/contract/identifiers'
import { readingProgress } from '@/lib/domain/user-flows/connector-usage'
import { useContentName } from '../changes/use-content-name'
import { useProgressText } from '../usage/usage-progress'
import type { MatrixView } from './grid/use-matrix-view'

const useStyles = makeStyles({
  chip: { maxWidth: '320px', minWidth: 0 },
  chipText: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  progress: { width: '200px' },
})

type FlowToolsProps = {
  readonly known: UserFlows
  readonly view: MatrixView
  readonly shown: number
  readonly onView: (view: MatrixView) => void
}

/** The search and the filters of the matrix, and how many flows they leave. */
export function FlowTools({ known, view, shown, onView }: FlowToolsProps) {
  const styles = useStyles()
  const t = useTranslations('userFlows')
  const { isReading, checked, total } = readingProgress(known)
  const progress = useProgressText(known)
  return (
    <Tools>
      <SearchField
        label={t('search')}
        query={view.query}
        onQuery={(query) => onView({ ...view, query })}
      />
      {view.connectorId && (
        <ConnectorChip
          known={known}
          connectorId={view.connectorId}
          onRemove={() => onView({ ...view, connectorId: '' })}
        />
      )}
      <Text role="status">
        {shown === total ? t('count', { shown }) : t('countFiltered', { shown, total })}
      </Text>
      {isReading && (
        <>
          <Text>{progress}</Text>
          <ProgressBar
            className={styles.progress}
            aria-label={t('loading')}
            value={checked}
            max={total}
          />
        </>
      )}
    </Tools>
  )
}

type ConnectorChipProps = {
  readonly known: UserFlows
  readonly connectorId: string
  readonly onRemove: () => void
}

function ConnectorChip({ known, connectorId, onRemove }: ConnectorChipProps) {
  const styles = useStyles()
  const t = useTranslations('userFlows')
  const nameOf = useContentName()
  const listed = useConnectorsRead()?.find(({ id }) => id === connectorId)
  const attached = known.flows
    .flatMap(({ steps }) => stepSchema.options.map((step) => steps?.[step]))
    .find((content) => content?.id === connectorId)
  const found = listed ?? attached
  const name = found ? nameOf(found) : connectorId
  return (
    <Button
      size="small"
      shape="circular"
      className={styles.chip}
      icon={<DismissRegular />}
      iconPosition="after"
      title={name}
      aria-label={t('removeFilter', { name })}
      onClick={onRemove}
    >
      <span className={styles.chipText}>{t('uses', { name })}</span>
    </Button>
  )
}
