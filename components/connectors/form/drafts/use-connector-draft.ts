'use client'

import { usePathname } from 'next/navigation'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useWatch } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { forgetDraft, keepDraft, onLeavingForSignIn, readDraft } from '@/lib/client/storage/drafts'
import { useSession } from '@/lib/client/session/session'
import type { Connector } from '@/lib/contract/connector'
import { connectorDraftSchema, draftOf, type ConnectorDraft } from './connector-draft'
import type { ConnectorForm } from '../values/use-connector-form'

/** The form that this page was left with for a sign-in; it is read once and then forgotten. */
export function useConnectorDraft(): ConnectorDraft | null {
  const { draftPlace } = useSession()
  const path = usePathname()
  const [place] = useState(() => draftPlace(path))
  const [draft] = useState(() => readDraft(place, connectorDraftSchema))
  useEffect(() => {
    forgetDraft(place)
  }, [place])
  return draft
}

/** Keeps a form that has been changed when the page is left for a sign-in. */
export function useDraftKeeping(form: ConnectorForm, opened: Connector | null): void {
  const { draftPlace } = useSession()
  const path = usePathname()
  const { isDirty } = form.formState
  const keep = useEffectEvent(() => {
    keepDraft(draftPlace(path), draftOf(form.getValues(), opened))
  })
  useEffect(() => (isDirty ? onLeavingForSignIn(() => keep()) : undefined), [isDirty])
}

/**
 * Fills the form as it was. Once its fields are there, marks those that have to be entered again and
 * goes to the first of them.
 */
export function useRestoredDraft(form: ConnectorForm, draft: ConnectorDraft | null): void {
  const t = useTranslations('signIn.draft')
  const choice = useWatch({ control: form.control, name: 'authenticationType' })
  const hasFields = choice === draft?.values.authenticationType
  const isMarked = useRef(false)
  const fill = useEffectEvent(() => {
    if (!draft) return
    const { displayName, targetUrl, authenticationType, username } = draft.values
    const restored = { shouldDirty: true }
    form.setValue('displayName', displayName, restored)
    form.setValue('authenticationType', authenticationType, restored)
    form.setValue('username', username, restored)
    if (targetUrl !== null) form.setValue('targetUrl', targetUrl, restored)
  })
  const markLost = useEffectEvent(() => {
    if (isMarked.current) return
    isMarked.current = true
    draft?.lost.forEach((field, index) => {
      const message = field === 'pkcs12Value' ? t('chooseAgain') : t('enterAgain')
      form.setError(field, { type: 'lost', message }, { shouldFocus: index === 0 })
    })
  })
  useEffect(() => {
    fill()
  }, [])
  useEffect(() => {
    if (hasFields) markLost()
  }, [hasFields])
}
