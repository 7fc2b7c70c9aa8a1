'use client'

import { Button, makeStyles, Text } from '@fluentui/react-components'
import { ArrowClockwiseRegular } from '@fluentui/react-icons'
import { useDeferredValue, useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { Stack } from '@/components/shell/basics/stack'
import { matchingRows } from '@/components/grid/search'
import { SearchField, Tools } from '@/components/grid/tools'
import { VirtualGrid } from '@/components/grid/virtual-grid'
import { Empty } from '@/components/shell/notices/empty'
import { FailedReading } from '@/components/shell/notices/failed-reading'
import { Loading } from '@/components/shell/notices/loading'
import { useNowSeconds } from '../shell/time/use-now-seconds'
import { PageHeading } from '@/components/shell/frame/page-heading'
import { useConnectors } from '@/lib/client/use-connectors'
import { useSettledUsages, useUserFlows } from '@/lib/client/use-user-flows'
import type { Connector } from '@/lib/contract/connector'
import { usageIndex, type UsageIndex } from '@/lib/domain/user-flows/connector-usage'
import { ExportButtons } from './export-buttons'
import { GroupFilter } from './group-filter'
import { columnSizing, interactiveColumns, useOverviewColumns } from './overview-columns'
import { useOverviewRows, type OverviewRow } from './use-overview-rows'
import { OverviewTimeline } from './overview-timeline'
import { noFilters, useFilters, type Filters } from './use-filters'

const useStyles = makeStyles({
  count: { flexGrow: 1 },
})

/** The certificates of all connectors, in all states of the page. */
export function CertificateOverview() {
  const t = useTranslations('certificates')
  const { data, error, isValidating, mutate } = useConnectors()
  const reload = () => void mutate().catch(() => undefined) // the failure arrives as `error`
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')}>
        <Button icon={<ArrowClockwiseRegular />} disabledFocusable={isValidating} onClick={reload}>
          {t('refresh')}
        </Button>
      </PageHeading>
      {error && <FailedReading problem={error.problem} onRetry={reload} />}
      {!data && !error && <Loading name={t('loading')} />}
      {data && <Certificates connectors={data} />}
    </>
  )
}

function Certificates({ connectors }: { readonly connectors: readonly Connector[] }) {
  const t = useTranslations('certificates')
  const now = useNowSeconds()
  const known = useUserFlows('cached')
  const usages = useMemo(() => usageIndex(known), [known])
  const rows = useOverviewRows({ connectors, usages: useSettledUsages(known, usages), now })
  const [filters, setFilters] = useFilters()
  const shown = useShownRows(rows, filters)

  if (rows.length === 0) return <Empty title={t('emptyTitle')} body={t('emptyBody')} />
  return (
    <>
      <GroupFilter
        rows={rows}
        chosen={filters.groups}
        onChange={(groups) => {
          setFilters({ ...filters, groups })
        }}
      />
      <OverviewTools
        {...{ rows, shown, now }}
        query={filters.query}
        onQuery={(query) => {
          setFilters({ ...filters, query })
        }}
      />
      {shown.length > 0 ? (
        <ShownRows rows={shown} now={now} usages={usages} />
      ) : (
        <Empty title={t('noMatchTitle')} body={t('noMatchBody')}>
          <Button
            onClick={() => {
              setFilters(noFilters)
            }}
          >
            {t('clearFilters')}
          </Button>
        </Empty>
      )}
    </>
  )
}

function useShownRows(rows: readonly OverviewRow[], filters: Filters): OverviewRow[] {
  const { groups, query } = useDeferredValue(filters)
  const inGroups = rows.filter(({ entry }) => groups.length === 0 || groups.includes(entry.group))
  return matchingRows(inGroups, query)
}

type OverviewToolsProps = {
  readonly rows: readonly OverviewRow[]
  readonly shown: readonly OverviewRow[]
  readonly now: number
  readonly query: string
  readonly onQuery: (query: string) => void
}

function OverviewTools({ rows, shown, now, query, onQuery }: OverviewToolsProps) {
  const styles = useStyles()
  const t = useTranslations('certificates')
  return (
    <Tools>
      <SearchField label={t('search')} query={query} onQuery={onQuery} />
      <Text role="status" className={styles.count}>
        {shown.length === rows.length
          ? t('count', { shown: shown.length })
          : t('countFiltered', { shown: shown.length, total: rows.length })}
      </Text>
      {shown.length > 0 && <ExportButtons rows={shown} now={now} />}
    </Tools>
  )
}

type ShownRowsProps = {
  readonly rows: OverviewRow[]
  readonly now: number
  readonly usages: UsageIndex
}

function ShownRows({ rows, now, usages }: ShownRowsProps) {
  const t = useTranslations('certificates')
  return (
    <Stack gap="XL">
      <OverviewTimeline rows={rows} now={now} />
      <VirtualGrid
        label={t('title')}
        rows={rows}
        columns={useOverviewColumns(usages)}
        columnSizing={columnSizing}
        sortedBy="state"
        interactive={interactiveColumns}
      />
    </Stack>
  )
}
