'use client'

import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import { useTranslations } from 'use-intl'
import { ProblemDetails } from '@/components/shell/notices/problem-details'
import { SignInAgain } from '@/components/shell/notices/sign-in-again'
import { useSession } from '@/lib/client/session/session'
import { useFlowPermission } from './use-flow-permission'

/** Consent was refused, by the person or for want of an administrator (see signInProblem). */
const refusals = ['consentRequired', 'signInCancelled']

/** In place of what needs the permission for user flows: why, and the button that asks for it. */
export function FlowPermission() {
  const t = useTranslations('userFlows.permission')
  const { flowNeeds, refusal } = useSession()
  const since = useFlowPermission()
  const isRefused = refusal !== null && refusals.includes(refusal.code)
  return (
    <MessageBar intent={isRefused ? 'warning' : 'info'} layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{t('title')}</MessageBarTitle>
        {isRefused ? t('refused') : t('body')}
        <SignInAgain needs={flowNeeds} since={since} name={t('ask')} />
        {isRefused && <ProblemDetails problem={refusal} />}
      </MessageBarBody>
    </MessageBar>
  )
}
