'use client'

import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Text,
} from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import type { Doubt, PendingChange } from '@/lib/domain/user-flows/pending-changes'
import type { StepContent } from '@/lib/domain/user-flows/place'
import { usePlaceText } from '../usage/use-usage-text'
import { useContentName } from './use-content-name'

type ChangeDoubtProps = {
  readonly change: PendingChange
  readonly doubt: Doubt | null
  /** The person wants the change although this is at the step now. */
  readonly onReplace: (now: StepContent) => void
}

/** Why a change may not be what the person thinks, said before it is sent, and what to choose. */
export function ChangeDoubt({ change, doubt, onReplace }: ChangeDoubtProps) {
  const t = useTranslations('userFlows.doubt')
  const nameOf = useContentName()
  const placeText = usePlaceText()
  if (!doubt) return null
  if (doubt.kind === 'reading') return <Text size={200}>{t('reading')}</Text>
  if (doubt.kind !== 'changed') return <Warning>{t(doubt.kind)}</Warning>
  const now = nameOf(doubt.now)
  return (
    <Warning
      action={
        <Button
          aria-label={t('replaceLabel', { now, place: placeText(change.place) })}
          onClick={({ currentTarget }) => {
            // The warning goes with its button; the focus stays with the change.
            currentTarget.closest('li')?.querySelector('button')?.focus()
            onReplace(doubt.now)
          }}
        >
          {t('replace', { now })}
        </Button>
      }
    >
      {t('changed', { now })}
    </Warning>
  )
}

type WarningProps = { readonly action?: ReactNode; readonly children: ReactNode }

function Warning({ action, children }: WarningProps) {
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{children}</MessageBarBody>
      {action && <MessageBarActions>{action}</MessageBarActions>}
    </MessageBar>
  )
}
