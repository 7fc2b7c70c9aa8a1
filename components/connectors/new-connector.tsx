'use client'

import { useTranslations } from 'use-intl'
import { useAnnounce } from '@/components/shell/announcement'
import { useNavigationGuard } from '@/components/shell/navigation-guard'
import { PageHeading } from '@/components/shell/page-heading'
import { pages } from '@/lib/contract/routes'
import { ConnectorForm } from './connector-form'
import { useConnectorDraft } from './use-connector-draft'
import { useCreation } from './use-creation'
import { WriteOnly } from './write-only'

export function NewConnector() {
  const t = useTranslations('connectors')
  const save = useCreation()
  const announce = useAnnounce()
  const { setUnsaved, goTo } = useNavigationGuard()

  const draft = useConnectorDraft()
  const leave = (page: string) => {
    setUnsaved(false)
    goTo(page)
  }
  return (
    <>
      <PageHeading title={t('newTitle')} />
      <WriteOnly>
        <ConnectorForm
          original={null}
          draft={draft}
          save={save}
          onSaved={({ id }, sentence) => {
            announce(sentence, { path: pages.connector(id) })
            leave(pages.connector(id))
          }}
          onDiscard={() => leave(pages.connectors())}
        />
      </WriteOnly>
    </>
  )
}
