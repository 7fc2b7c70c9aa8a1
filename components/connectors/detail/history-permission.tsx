'use client'

import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ProblemDetails } from '@/components/shell/notices/problem-details'
import { SignInAgain, useSignedInSince } from '@/components/shell/notices/sign-in-again'
import type { Problem } from '@/lib/domain/problems/problem'
import { useSession } from '@/lib/client/session/session'

type HistoryPermissionProps = {
  /** Called once a sign-in has brought it. */
  readonly onGranted: () => void
  /** Graph's answer, if it was asked. */
  readonly problem?: Problem
}

/** In place of the history: why it needs a permission, and the button that asks for it. */
export function HistoryPermission({ onGranted, problem }: HistoryPermissionProps) {
  const t = useTranslations('history.permission')
  const { auditLog } = useSession()
  const [since] = useState(() => Date.now())
  useSignedInSince(since, onGranted)
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{t('title')}</MessageBarTitle>
        {t('body')}
        <SignInAgain needs={auditLog.needs} since={since} name={t('ask')} />
        {problem && <ProblemDetails problem={problem} />}
      </MessageBarBody>
    </MessageBar>
  )
}
