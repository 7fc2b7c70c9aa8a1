'use client'

import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import { useTranslations } from 'use-intl'
import { useSession } from '@/lib/client/session/session'
import type { ConnectorDraft } from './connector-draft'

/** After a sign-in that left the page: what has come back, what has not, and that nothing was sent. */
export function DraftNotice({ draft }: { readonly draft: ConnectorDraft | null }) {
  const t = useTranslations('signIn.draft')
  const { refusal, hasDroppedDraft, person } = useSession()
  if (!draft) return hasDroppedDraft ? <Dropped person={person.username} /> : null
  if (refusal) {
    return (
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>{t('notSignedIn')}</MessageBarBody>
      </MessageBar>
    )
  }
  return (
    <MessageBar intent="success" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{t('restored')}</MessageBarTitle>
        {draft.lost.length > 0 ? t('restoredPart') : t('restoredAll')}
      </MessageBarBody>
    </MessageBar>
  )
}

function Dropped({ person }: { readonly person: string }) {
  const t = useTranslations('signIn.draft')
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{t('dropped', { person })}</MessageBarBody>
    </MessageBar>
  )
}
