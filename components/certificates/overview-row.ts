/** A certificate as one row of the overview: its texts computed once, for display and search. */
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { collator } from '@/components/grid/collator'
import type { Connector } from '@/lib/contract/connector'
import {
  compareEntries,
  overviewEntries,
  type OverviewEntry,
} from '@/lib/domain/certificates-overview/overview-entry'
import { useCertificateText } from './certificate-text'

export type OverviewRow = {
  readonly id: string
  readonly connectorId: string
  readonly name: string
  readonly entry: OverviewEntry
  /** The state in words. */
  readonly words: string
  /** Everything the search looks at, in lower case. */
  readonly haystack: string
}

/** The rows of all connectors, what needs somebody first; `now` is epoch seconds. */
export function useOverviewRows(connectors: readonly Connector[], now: number): OverviewRow[] {
  const t = useTranslations('connectors')
  const certificateText = useCertificateText()
  return useMemo(() => {
    const wordsOf = ({ state }: OverviewEntry) =>
      state.kind === 'standby' ? t('certificates.phase.standby') : certificateText(state)
    const rowsOf = (connector: Connector) =>
      overviewEntries(connector.authenticationConfiguration, now).map((entry, index) => {
        const texts = { name: connector.displayName || t('unnamed'), words: wordsOf(entry) }
        const searched = [connector.id, ...Object.values(texts), entry.certificate?.thumbprint]
        return {
          id: `${connector.id}/${index}`,
          connectorId: connector.id,
          ...texts,
          entry,
          haystack: searched.join('\n').toLocaleLowerCase(),
        }
      })
    return connectors
      .flatMap(rowsOf)
      .sort(
        (one, other) =>
          compareEntries(one.entry, other.entry) || collator.compare(one.name, other.name),
      )
  }, [connectors, now, t, certificateText])
}
