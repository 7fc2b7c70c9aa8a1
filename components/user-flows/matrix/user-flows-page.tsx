'use client'

import { Button } from '@fluentui/react-components'
import { ArrowClockwiseRegular } from '@fluentui/react-icons'
import { useTranslations } from 'use-intl'
import { Empty } from '@/components/shell/notices/empty'
import { ExternalTenant } from '@/components/shell/notices/external-tenant'
import { Loading } from '@/components/shell/notices/loading'
import { PageHeading } from '@/components/shell/frame/page-heading'
import { useSession } from '@/lib/client/session/session'
import type { UserFlows } from '@/lib/domain/user-flows/user-flow'
import { useUserFlows } from '@/lib/client/use-user-flows'
import { readingProgress } from '@/lib/domain/user-flows/connector-usage'
import { FlowPermission } from '../usage/flow-permission'
import { FlowProblems } from './flow-problems'
import { FlowWorkbench } from './flow-workbench'

/** The tenant's user flows, in all states of the page. */
export function UserFlowsPage() {
  const t = useTranslations('userFlows')
  const { flowReader } = useSession()
  const known = useUserFlows('silent')
  const { isReading } = readingProgress(known)
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')}>
        {known.access === 'granted' && (
          <Button
            icon={<ArrowClockwiseRegular />}
            disabledFocusable={isReading}
            onClick={() => void flowReader.readAll()}
          >
            {t('refresh')}
          </Button>
        )}
      </PageHeading>
      {known.access === 'missing' && <FlowPermission />}
      {known.access === 'unknown' && <Loading name={t('loading')} />}
      {known.access === 'granted' && <Flows known={known} />}
    </>
  )
}

function Flows({ known }: { readonly known: UserFlows }) {
  const t = useTranslations('userFlows')
  const { isReading, total } = readingProgress(known)
  if (known.tenantKind === 'external') return <ExternalTenant />
  const hasFailed = Object.values(known.kinds).some(({ state }) => state === 'failed')
  return (
    <>
      <FlowProblems known={known} />
      {total > 0 && <FlowWorkbench known={known} />}
      {total === 0 && isReading && <Loading name={t('loading')} />}
      {total === 0 && !isReading && !hasFailed && (
        <Empty title={t('emptyTitle')} body={t('emptyBody')} />
      )}
    </>
  )
}
