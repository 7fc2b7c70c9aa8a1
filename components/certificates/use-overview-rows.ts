/** A certificate as one row of the overview: its texts computed once, for display and search. */
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { useDisplayName } from '../shell/basics/use-display-name'
import { collator } from '../grid/collator'
import type { Connector } from '@/lib/contract/connector'
import {
  compareEntries,
  overviewEntries,
  type OverviewEntry,
} from '@/lib/domain/certificates-overview/overview-entry'
import type { UsageIndex } from '@/lib/domain/user-flows/connector-usage'
import { useCertificateText } from './use-certificate-text'

export type OverviewRow = {
  readonly id: string
  readonly connectorId: string
  readonly name: string
  readonly entry: OverviewEntry
  readonly isUsed: boolean
  /** The state in words. */
  readonly words: string
  /** Everything the search looks at, in lower case. */
  readonly haystack: string
}

type Known = {
  readonly connectors: readonly Connector[]
  readonly usages: UsageIndex
  /** Epoch seconds. */
  readonly now: number
}

/** The rows of all connectors, what needs somebody first. */
export function useOverviewRows({ connectors, usages, now }: Known): OverviewRow[] {
  const t = useTranslations('connectors')
  const displayName = useDisplayName()
  const certificateText = useCertificateText()
  return useMemo(() => {
    const wordsOf = ({ state }: OverviewEntry) =>
      state.kind === 'standby' ? t('certificates.phase.standby') : certificateText(state)
    const rowsOf = (connector: Connector) =>
      overviewEntries(connector.authenticationConfiguration, now).map((entry, index) => {
        const texts = { name: displayName(connector.displayName), words: wordsOf(entry) }
        const searched = [connector.id, ...Object.values(texts), entry.certificate?.thumbprint]
        return {
          id: `${connector.id}/${index}`,
          connectorId: connector.id,
          ...texts,
          entry,
          isUsed: usages.places.has(connector.id),
          haystack: searched.join('\n').toLocaleLowerCase(),
        }
      })
    return connectors
      .flatMap(rowsOf)
      .sort((one, other) => compareEntries(one, other) || collator.compare(one.name, other.name))
  }, [connectors, usages, now, t, displayName, certificateText])
}
