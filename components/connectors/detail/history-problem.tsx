'use client'

import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components'
import { useTranslations } from 'use-intl'
import { ProblemDetails } from '@/components/shell/notices/problem-details'
import { ProblemNotice } from '@/components/shell/notices/problem-notice'
import type { Problem } from '@/lib/domain/problems/problem'
import { HistoryPermission } from './history-permission'

/** Graph's codes for the two ways in which the audit log is closed to somebody. */
const permissionMissing = 'Authentication_MSGraphPermissionMissing'
const roleMissing = 'Authentication_RequestFromUnsupportedUserRole'

type HistoryProblemProps = { readonly problem: Problem; readonly onRetry: () => void }

/** Why the audit log could not be read. Its permission and its roles are not those of connectors. */
export function HistoryProblem({ problem, onRetry }: HistoryProblemProps) {
  switch (problem.code) {
    case permissionMissing:
      return <HistoryPermission problem={problem} onGranted={onRetry} />
    case roleMissing:
      return <RoleMissing problem={problem} onRetry={onRetry} />
    default:
      return <ProblemNotice problem={problem} onRetry={onRetry} />
  }
}

function RoleMissing({ problem, onRetry }: HistoryProblemProps) {
  const t = useTranslations('history.role')
  const shell = useTranslations('shell')
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{t('title')}</MessageBarTitle>
        {t('body')}
        <ProblemDetails problem={problem} />
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={onRetry}>{shell('retry')}</Button>
      </MessageBarActions>
    </MessageBar>
  )
}
