'use client'

import { useTranslations } from 'use-intl'
import { useDisplayName } from '@/components/shell/basics/use-display-name'
import type { Connector } from '@/lib/contract/connector'
import { credentialsOf } from '../credentials/credential-values'
import { LazyTestConsole } from './lazy-test-console'
import { TestCredentialFields, useTestCredentials } from './test-credentials'

type ConnectorTestProps = { readonly connector: Connector }

/** Tries a saved connector. Its secrets are Microsoft's by now, so they have to be given again. */
export function ConnectorTest({ connector }: ConnectorTestProps) {
  const t = useTranslations('connectors.test')
  const isUnknown = connector.authenticationConfiguration['@odata.type'] === 'unknown'
  return isUnknown ? (
    <p>{t('unknownAuthentication')}</p>
  ) : (
    <KnownConnectorTest connector={connector} />
  )
}

function KnownConnectorTest({ connector }: ConnectorTestProps) {
  const nameOf = useDisplayName()
  const { id, displayName, targetUrl } = connector
  const start = credentialsOf(connector.authenticationConfiguration)
  const credentials = useTestCredentials(start)
  const prepare = async () => {
    const authentication = await credentials.prepare()
    return authentication && { targetUrl, authentication }
  }
  return (
    <LazyTestConsole
      target={{
        connectorId: id,
        name: nameOf(displayName),
        curl: {
          targetUrl,
          credentials:
            start.authenticationType === 'basic'
              ? { kind: 'basic', username: start.username }
              : { kind: 'certificate' },
        },
        prepare,
      }}
      credentials={<TestCredentialFields {...credentials} />}
    />
  )
}
