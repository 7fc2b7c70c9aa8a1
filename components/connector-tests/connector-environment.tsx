'use client'

import { Text } from '@fluentui/react-components'
import { useTranslations } from 'use-intl'
import { useDisplayName } from '@/components/shell/basics/use-display-name'
import { Loading } from '@/components/shell/notices/loading'
import { useNowSeconds } from '../shell/time/use-now-seconds'
import { ProblemNotice } from '@/components/shell/notices/problem-notice'
import { useConnector } from '@/lib/client/use-connectors'
import type { Connector } from '@/lib/contract/connector'
import { environmentText, sampleEnvironment } from '@/lib/domain/connector-tests/sample-environment'
import { CodeBlock } from './code-block'
import { Section } from './section'

/** The settings that the sample needs for a connector, as far as Microsoft tells them. */
export function ConnectorEnvironment({ connectorId }: { readonly connectorId: string }) {
  const t = useTranslations('connectors')
  const { data, error, mutate } = useConnector(connectorId)
  if (data) return <Environment connector={data.connector} />
  if (!error) return <Loading name={t('loadingOne')} />
  const reload = () => void mutate().catch(() => undefined) // the failure arrives as `error`
  return <ProblemNotice problem={error.problem} onRetry={reload} />
}

function Environment({ connector }: { readonly connector: Connector }) {
  const t = useTranslations('connectorTests.samples')
  const displayName = useDisplayName()
  const environment = sampleEnvironment(connector.authenticationConfiguration, useNowSeconds())
  if (!environment) return null
  return (
    <Section title={t('environment')} level={2}>
      <Text>
        {t('environmentOf', { name: displayName(connector.displayName) })} {t('environmentLead')}{' '}
        {t(`${environment.kind}Lead`)}
      </Text>
      <CodeBlock
        label={t('variables')}
        text={environmentText(environment)}
        what={t('copyEnvironment')}
      />
    </Section>
  )
}
