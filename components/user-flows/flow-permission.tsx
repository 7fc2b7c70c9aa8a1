'use client'

import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components'
import { useTranslations } from 'use-intl'
import { ProblemDetails } from '@/components/shell/problem-details'
import { useSession } from '@/lib/client/session'

/** Consent was refused, by the person or for want of an administrator (see signInProblem). */
const refusals = ['consentRequired', 'signInCancelled']

/** In place of what needs the permission for user flows: why, and the button that asks for it. */
export function FlowPermission() {
  const t = useTranslations('userFlows.permission')
  const { askForFlows, refusal } = useSession()
  const isRefused = refusal !== null && refusals.includes(refusal.code)
  return (
    <MessageBar intent={isRefused ? 'warning' : 'info'} layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{t('title')}</MessageBarTitle>
        {isRefused ? t('refused') : t('body')}
        {isRefused && <ProblemDetails problem={refusal} />}
      </MessageBarBody>
      <MessageBarActions>
        <Button appearance="primary" onClick={() => void askForFlows()}>
          {t('ask')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  )
}
