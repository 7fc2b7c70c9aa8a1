'use client'

import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import { useTranslations } from 'use-intl'
import type { ConnectorTestResult, Verdict } from '@/lib/contract/connector-test'
import { actions } from '@/lib/domain/connector-tests/rule'
import { useFailureText } from './use-rule-text'

type ResultProps = { readonly result: ConnectorTestResult }

/** The verdict in one sentence. */
export function VerdictSummary({ result }: ResultProps) {
  const { verdict } = result
  return verdict ? <Judged verdict={verdict} /> : <Failed result={result} />
}

function Judged({ verdict }: { readonly verdict: Verdict }) {
  const t = useTranslations('connectorTests')
  const count = (severity: string) =>
    verdict.findings.filter((finding) => finding.severity === severity).length
  const action = actions.find((known) => known === verdict.action)
  const isAccepted = verdict.valid && action !== undefined
  const intent = count('warning') > 0 ? 'warning' : 'success'
  return (
    <MessageBar intent={isAccepted ? intent : 'error'} layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{t(`outcome.${isAccepted ? action : 'refused'}`)}</MessageBarTitle>{' '}
        {isAccepted
          ? t('outcomeBody.accepted', { warnings: count('warning') })
          : t('outcomeBody.refused', { errors: count('error') })}
      </MessageBarBody>
    </MessageBar>
  )
}

function Failed({ result: { failure } }: ResultProps) {
  const t = useTranslations('connectorTests')
  const failureText = useFailureText()
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{t('outcome.failed')}</MessageBarTitle> {failure && failureText(failure)}{' '}
        {failure && t('outcomeBody.failed', { stage: t(`stage.${failure.stage}`) })}
      </MessageBarBody>
    </MessageBar>
  )
}
