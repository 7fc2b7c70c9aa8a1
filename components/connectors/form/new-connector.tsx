'use client'

import { useTranslations } from 'use-intl'
import { withWorkTexts } from '../with-work-texts'
import { useConclusion } from '@/components/shell/notices/use-conclusion'
import { useNavigationGuard } from '@/components/shell/dialogs/guard'
import { ExternalTenant } from '@/components/shell/notices/external-tenant'
import { PageHeading } from '@/components/shell/frame/page-heading'
import { useTenantKind } from '@/lib/client/use-user-flows'
import { pages } from '@/lib/contract/routes'
import { ConnectorForm } from './connector-form'
import { useConnectorDraft } from './drafts/use-connector-draft'
import { useCreation } from './saving/use-creation'
import { WriteOnly } from '@/components/shell/writing/write-only'

export const NewConnector = withWorkTexts<Readonly<Record<string, never>>>(NewConnectorPage)

function NewConnectorPage() {
  const t = useTranslations('connectors')
  const save = useCreation()
  const { conclude } = useConclusion()
  const { goTo } = useNavigationGuard()
  const tenantKind = useTenantKind()

  const draft = useConnectorDraft()
  return (
    <>
      <PageHeading title={t('newTitle')} />
      {tenantKind === 'external' ? (
        <ExternalTenant />
      ) : (
        <WriteOnly>
          <ConnectorForm
            original={null}
            draft={draft}
            save={save}
            onSaved={({ id }, sentence) => conclude({ sentence, page: pages.connector(id) })}
            onDiscard={() => goTo(pages.connectors(), 'discard')}
          />
        </WriteOnly>
      )}
    </>
  )
}
