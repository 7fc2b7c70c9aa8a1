'use client'

import { useTranslations } from 'use-intl'
import { useAnnounce } from '@/components/shell/announcement'
import { useNavigationGuard } from '@/components/shell/navigation-guard'
import { PageHeading } from '@/components/shell/page-heading'
import { useConnectorWrites } from '@/lib/client/connector-writes'
import { newConnectorSchema, type Connector } from '@/lib/contract/connector'
import { pages } from '@/lib/contract/routes'
import { ConnectorForm } from './connector-form'
import { newConnectorFrom } from './connector-form-values'
import { WriteOnly } from './write-only'

export function NewConnector() {
  const t = useTranslations('connectors')
  const { create } = useConnectorWrites()
  const announce = useAnnounce()
  const { setUnsaved, goTo } = useNavigationGuard()

  const leave = (created: Connector | null) => {
    setUnsaved(false)
    if (!created) {
      goTo(pages.connectors())
      return
    }
    const page = pages.connector(created.id)
    announce(t('created', { name: created.displayName }), { path: page })
    goTo(page)
  }
  return (
    <>
      <PageHeading title={t('newTitle')} />
      <WriteOnly>
        <ConnectorForm
          original={null}
          saveName={t('form.create')}
          savingName={t('form.creating')}
          save={(values) => create(newConnectorSchema.parse(newConnectorFrom(values)))}
          onDone={leave}
        />
      </WriteOnly>
    </>
  )
}
