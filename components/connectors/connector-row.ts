/** A connector as one row of the grid: every text computed once, for display, search and sorting. */
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { useCertificateText } from '@/components/certificates/certificate-text'
import { useNowSeconds } from '@/components/shell/now'
import {
  basicAuthenticationType,
  clientCertificateAuthenticationType,
  type Authentication,
} from '@/lib/contract/authentication'
import type { Connector } from '@/lib/contract/connector'
import { certificateState, type CertificateState } from '@/lib/domain/certificate-state'
import type { UsageIndex } from '@/lib/domain/user-flows/connector-usage'
import { maskUrlSecrets } from '@/lib/domain/endpoint-url'

export type ConnectorRow = {
  readonly id: string
  readonly name: string
  readonly endpoint: string
  readonly authentication: string
  readonly state: CertificateState
  readonly certificate: string
  /** Everything the search looks at, in lower case. */
  readonly haystack: string
}

export function useConnectorRows(connectors: readonly Connector[]): ConnectorRow[] {
  const t = useTranslations('connectors')
  const certificateText = useCertificateText()
  const now = useNowSeconds()
  return useMemo(
    () =>
      connectors.map((connector) => {
        const state = certificateState(connector.authenticationConfiguration, now)
        const texts = {
          id: connector.id,
          name: connector.displayName || t('unnamed'),
          endpoint: maskUrlSecrets(connector.targetUrl),
          authentication: t(
            `authentication.${authenticationKind(connector.authenticationConfiguration)}`,
          ),
          certificate: certificateText(state),
        }
        return { ...texts, state, haystack: Object.values(texts).join('\n').toLocaleLowerCase() }
      }),
    [connectors, now, t, certificateText],
  )
}

/** The same rows with the flows that call them in what the search looks at. */
export function useUsedRows(rows: ConnectorRow[], { places }: UsageIndex): ConnectorRow[] {
  return useMemo(() => {
    if (places.size === 0) return rows
    return rows.map((row) => {
      const flows = places.get(row.id)?.map(({ flowId }) => flowId.toLocaleLowerCase())
      return flows ? { ...row, haystack: [row.haystack, ...flows].join('\n') } : row
    })
  }, [rows, places])
}

function authenticationKind(authentication: Authentication): 'basic' | 'certificate' | 'unknown' {
  switch (authentication['@odata.type']) {
    case basicAuthenticationType:
      return 'basic'
    case clientCertificateAuthenticationType:
      return 'certificate'
    case 'unknown':
      return 'unknown'
  }
}
