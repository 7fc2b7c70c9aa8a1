'use client'

import { Button, Text } from '@fluentui/react-components'
import { AddRegular, ArrowClockwiseRegular } from '@fluentui/react-icons'
import { useSearchParams } from 'next/navigation'
import { useDeferredValue, useState } from 'react'
import { useTranslations } from 'use-intl'
import { matchingRows } from '@/components/grid/search'
import { SearchField, Tools } from '@/components/grid/tools'
import { Empty } from '@/components/shell/notices/empty'
import { FailedReading } from '@/components/shell/notices/failed-reading'
import { Loading } from '@/components/shell/notices/loading'
import { useNavigationGuard } from '@/components/shell/dialogs/guard'
import { PageHeading } from '@/components/shell/frame/page-heading'
import { AttachProvider } from '@/components/user-flows/attaching/attach-provider'
import { UsageNotices, UsageReading } from '@/components/user-flows/usage/usage-notices'
import { UsageProvider, useUsagesForOrder } from '@/components/user-flows/usage/usage-provider'
import { momentText } from '@/components/shell/time/moment-text'
import { useConnectors, useConnectorsReadAt } from '@/lib/client/use-connectors'
import { useSession } from '@/lib/client/session/session'
import { useTenantKind } from '@/lib/client/use-user-flows'
import type { Connector } from '@/lib/contract/connector'
import { pages } from '@/lib/contract/routes'
import { readingProgress } from '@/lib/domain/user-flows/connector-usage'
import { ConnectorGrid } from './connector-grid'
import { useConnectorRows } from './use-connector-rows'
import { WriteButton } from '@/components/shell/writing/write-button'

/** The list of connectors in all its states. */
export function ConnectorList() {
  const t = useTranslations('connectors')
  const { data, error, isValidating, mutate } = useConnectors()
  const { flowReader } = useSession()
  const tenantKind = useTenantKind()
  const reload = () => {
    void mutate().catch(() => undefined) // the failure arrives as `error`
    const isBusy = readingProgress(flowReader.known()).isReading
    if (data && !isBusy) void flowReader.readAll('cached')
  }
  return (
    <UsageProvider>
      <PageHeading title={t('title')} lead={t('lead')}>
        <Button icon={<ArrowClockwiseRegular />} disabledFocusable={isValidating} onClick={reload}>
          {t('refresh')}
        </Button>
        {tenantKind !== 'external' && data?.length !== 0 && <NewConnectorButton />}
      </PageHeading>
      {error && <FailedReading problem={error.problem} onRetry={reload} />}
      {!data && !error && <Loading name={t('loading')} />}
      {data && (
        <AttachProvider>
          <Connectors connectors={data} hasFailed={error !== undefined} />
        </AttachProvider>
      )}
    </UsageProvider>
  )
}

function NewConnectorButton() {
  const t = useTranslations('connectors')
  const { goTo } = useNavigationGuard()
  return (
    <WriteButton
      appearance="primary"
      icon={<AddRegular />}
      onClick={() => {
        goTo(pages.newConnector())
      }}
    >
      {t('newConnector')}
    </WriteButton>
  )
}

type ConnectorsProps = {
  readonly connectors: Connector[]
  /** They could not be read again: the flows will have failed for the same reason. */
  readonly hasFailed: boolean
}

function Connectors({ connectors, hasFailed }: ConnectorsProps) {
  const t = useTranslations('connectors')
  const [query, setQuery] = useQuery()
  const deferredQuery = useDeferredValue(query)
  const rows = useConnectorRows(connectors, useUsagesForOrder())
  const shown = matchingRows(rows, deferredQuery)

  if (rows.length === 0) {
    return (
      <Empty title={t('emptyTitle')} body={t('emptyBody')}>
        <NewConnectorButton />
      </Empty>
    )
  }
  return (
    <>
      <Tools>
        <SearchField label={t('search')} query={query} onQuery={setQuery} />
        <Text role="status">
          {shown.length === rows.length
            ? t('count', { shown: shown.length })
            : t('countFiltered', { shown: shown.length, total: rows.length })}
        </Text>
        <ReadAt />
        <UsageReading />
      </Tools>
      {!hasFailed && <UsageNotices />}
      {shown.length > 0 ? (
        <ConnectorGrid rows={shown} />
      ) : (
        <Empty title={t('noMatchTitle', { query: deferredQuery })} body={t('noMatchBody')}>
          <Button
            onClick={() => {
              setQuery('')
            }}
          >
            {t('clearSearch')}
          </Button>
        </Empty>
      )}
    </>
  )
}

/** Another window may have shown the list for hours; it is read again when one comes back to it. */
function ReadAt() {
  const t = useTranslations('connectors')
  const at = useConnectorsReadAt()
  return at && <Text size={200}>{t('readAt', { time: momentText(at, 'time') })}</Text>
}

/** The search is part of the address, so that it survives a reload and can be passed on. */
function useQuery(): [string, (query: string) => void] {
  const parameters = useSearchParams()
  const [query, setQuery] = useState(parameters.get('q') ?? '')
  const change = (value: string) => {
    setQuery(value)
    const address = value ? `?${new URLSearchParams({ q: value }).toString()}` : pages.connectors()
    window.history.replaceState(null, '', address)
  }
  return [query, change]
}
