'use client'

import { makeStyles, tokens } from '@fluentui/react-components'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { useDisplayName } from '@/components/shell/basics/use-display-name'
import { CertificateStateMark } from '@/components/certificates/certificate-state-mark'
import { useCertificateText } from '../../certificates/use-certificate-text'
import { CopyButton } from '@/components/shell/basics/copy-button'
import { Fact, FactList } from '@/components/shell/basics/fact-list'
import { useNowSeconds } from '@/components/shell/time/use-now-seconds'
import { UsageMark } from '@/components/user-flows/usage/usage-mark'
import { UsagePlaces } from '@/components/user-flows/usage/usage-places'
import { useUsageText } from '../../user-flows/usage/use-usage-text'
import {
  basicAuthenticationType,
  clientCertificateAuthenticationType,
} from '@/lib/contract/authentication'
import { useUserFlows } from '@/lib/client/use-user-flows'
import type { Connector } from '@/lib/contract/connector'
import { connectorUsage, readingProgress } from '@/lib/domain/user-flows/connector-usage'
import { certificateState } from '@/lib/domain/certificate-state'
import { EndpointUrl } from '@/components/shell/basics/masked-url'

const useStyles = makeStyles({ quiet: { color: tokens.colorNeutralForeground2 } })

/** The essentials of a connector, each to be copied. */
export function ConnectorOverview({ connector }: { readonly connector: Connector }) {
  const t = useTranslations('connectors')
  return (
    <FactList label={t('essentials')}>
      <Fact name={t('displayName')}>
        <span>{useDisplayName()(connector.displayName)}</span>
      </Fact>
      <Fact name={t('endpointUrl')}>
        <EndpointUrl url={connector.targetUrl} canBeCopied />
      </Fact>
      <AuthenticationFacts connector={connector} />
      <UsageFact connectorId={connector.id} />
      <Fact name={t('id')}>
        <code>{connector.id}</code>
        <CopyButton text={connector.id} what={t('copyId')} />
      </Fact>
    </FactList>
  )
}

function UsageFact({ connectorId }: { readonly connectorId: string }) {
  const t = useTranslations('userFlows.usage')
  const known = useUserFlows('cached')
  const usage = useMemo(() => connectorUsage(known, connectorId), [known, connectorId])
  const usageText = useUsageText()
  return (
    <Fact name={t('title')}>
      <div>
        <UsageMark kind={usage.kind} text={usageText(usage, readingProgress(known).isReading)} />
        {usage.kind === 'used' && <UsagePlaces places={usage.places} />}
      </div>
    </Fact>
  )
}

function AuthenticationFacts({ connector }: { readonly connector: Connector }) {
  const t = useTranslations('connectors')
  const authentication = connector.authenticationConfiguration
  switch (authentication['@odata.type']) {
    case basicAuthenticationType:
      return <BasicFacts username={authentication.username ?? ''} />
    case clientCertificateAuthenticationType:
      return <CertificateFacts connector={connector} />
    case 'unknown':
      return (
        <Fact name={t('authenticationType')}>
          <span>{t('authentication.unknownFull', { type: authentication.graphType ?? '–' })}</span>
        </Fact>
      )
  }
}

function BasicFacts({ username }: { readonly username: string }) {
  const styles = useStyles()
  const t = useTranslations('connectors')
  return (
    <>
      <Fact name={t('authenticationType')}>
        <span>{t('authentication.basicFull')}</span>
      </Fact>
      <Fact name={t('username')}>
        <span>{username}</span>
        <CopyButton text={username} what={t('copyUsername')} />
      </Fact>
      <Fact name={t('password')}>
        <span className={styles.quiet}>{t('passwordStored')}</span>
      </Fact>
    </>
  )
}

function CertificateFacts({ connector }: { readonly connector: Connector }) {
  const t = useTranslations('connectors')
  const certificateText = useCertificateText()
  const state = certificateState(connector.authenticationConfiguration, useNowSeconds())
  return (
    <>
      <Fact name={t('authenticationType')}>
        <span>{t('authentication.certificateFull')}</span>
      </Fact>
      <Fact name={t('certificateFact')}>
        <CertificateStateMark state={state} text={certificateText(state)} />
      </Fact>
    </>
  )
}
