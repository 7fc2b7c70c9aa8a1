'use client'

import { useTranslations } from 'use-intl'
import { useAnnounce } from '../shell/notices/announcement'
import { useNavigationGuard } from '../shell/dialogs/navigation-guard'
import { PageHeading } from '../shell/frame/page-heading'
import { pages } from '@/lib/contract/routes'
import { ConnectorForm } from './form/connector-form'
import { useConnectorDraft } from './form/drafts/use-connector-draft'
import { useCreation } from './form/saving/use-creation'
import { WriteOnly } from '../shell/basics/write-only'

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
