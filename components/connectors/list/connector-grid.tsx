'use client'

import { useTranslations } from 'use-intl'
import { VirtualGrid } from '@/components/grid/virtual-grid'
import { useUsagesForOrder } from '@/components/user-flows/usage/usage-provider'
import {
  columnSizing,
  groupColumns,
  interactiveColumns,
  useConnectorColumns,
} from './connector-columns'
import type { ConnectorRow } from './use-connector-rows'

export function ConnectorGrid({ rows }: { readonly rows: ConnectorRow[] }) {
  const t = useTranslations('connectors')
  return (
    <VirtualGrid
      label={t('title')}
      rows={rows}
      columns={useConnectorColumns(useUsagesForOrder())}
      columnSizing={columnSizing}
      sortedBy="name"
      interactive={interactiveColumns}
      groups={groupColumns}
    />
  )
}
