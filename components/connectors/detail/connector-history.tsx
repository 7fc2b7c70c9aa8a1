'use client'

import { Button, makeStyles } from '@fluentui/react-components'
import { ArrowClockwiseRegular } from '@fluentui/react-icons'
import { useTranslations } from 'use-intl'
import { Stack } from '@/components/shell/basics/stack'
import { Empty } from '@/components/shell/notices/empty'
import { Loading } from '@/components/shell/notices/loading'
import {
  useConnectorHistory,
  type ConnectorHistory as History,
} from '@/lib/client/use-connector-history'
import type { Connector } from '@/lib/contract/connector'
import { HistoryPermission } from './history-permission'
import { HistoryProblem } from './history-problem'
import { HistoryTable } from './history-table'

const useStyles = makeStyles({
  text: { maxWidth: '760px', margin: 0 },
})

type ConnectorHistoryProps = { readonly connector: Pick<Connector, 'id'> }

/** The directory's records about one connector, in all states. */
export function ConnectorHistory({ connector: { id } }: ConnectorHistoryProps) {
  const styles = useStyles()
  const t = useTranslations('history')
  const { data, error, isValidating, mutate } = useConnectorHistory(id)
  const readAgain = () => void mutate().catch(() => undefined) // the failure arrives as `error`
  if (data?.kind === 'permissionMissing') return <HistoryPermission onGranted={readAgain} />
  return (
    <Stack gap="M">
      <p className={styles.text}>{t('lead')}</p>
      <p className={styles.text}>{t('limits')}</p>
      <div>
        <Button
          icon={<ArrowClockwiseRegular />}
          disabledFocusable={isValidating}
          onClick={readAgain}
        >
          {t('refresh')}
        </Button>
      </div>
      {error && <HistoryProblem problem={error.problem} onRetry={readAgain} />}
      {data ? <Entries history={data} /> : !error && <Loading name={t('loading')} />}
    </Stack>
  )
}

function Entries({ history }: { readonly history: Extract<History, { kind: 'read' }> }) {
  const t = useTranslations('history')
  return history.entries.length === 0 ? (
    <Empty title={t('emptyTitle')} body={t('emptyBody')} />
  ) : (
    <HistoryTable entries={history.entries} />
  )
}
