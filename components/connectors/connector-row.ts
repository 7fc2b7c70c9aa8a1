/** A connector as one row of the grid: every text computed once, for display, search and sorting. */
import { useMemo } from 'react'
import { useFormatter, useNow, useTranslations } from 'use-intl'
import {
  basicAuthenticationType,
  clientCertificateAuthenticationType,
  type Authentication,
} from '@/lib/contract/authentication'
import type { Connector } from '@/lib/contract/connector'
import { certificateState, type CertificateState } from '@/lib/domain/certificate-state'
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

/** Epoch seconds, moving on once a minute. */
export function useNowSeconds(): number {
  return Math.floor(useNow({ updateInterval: 60_000 }).getTime() / 1000)
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

/** A certificate state in words: "expires in 6 days". */
export function useCertificateText(): (state: CertificateState) => string {
  const t = useTranslations('connectors.certificateState')
  const format = useFormatter()
  const now = useNow({ updateInterval: 60_000 })
  return useMemo(() => {
    const when = (seconds: number) => format.relativeTime(new Date(seconds * 1000), { now })
    return (state) => {
      switch (state.kind) {
        case 'expired':
          return t('expired', { when: when(state.notAfter) })
        case 'waiting':
          return t('waiting', { when: when(state.notBefore) })
        case 'expiring':
        case 'valid':
          return t(state.kind, { days: state.days })
        case 'none':
        case 'inactive':
        case 'notUsed':
          return t(state.kind)
      }
    }
  }, [format, now, t])
}

/** Rows that hold every word of the query, in any order. */
export function matchingRows(rows: readonly ConnectorRow[], query: string): ConnectorRow[] {
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  return rows.filter(({ haystack }) => words.every((word) => haystack.includes(word)))
}
