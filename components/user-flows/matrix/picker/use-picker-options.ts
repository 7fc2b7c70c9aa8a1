import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { useDisplayName } from '../../../shell/basics/use-display-name'
import { collator } from '../../../grid/collator'
import type { Connector } from '@/lib/contract/connector'
import { endpointText } from '@/lib/domain/endpoint-url'

export type PickerOption = {
  /** Of the connector; null for none. */
  readonly id: string | null
  readonly name: string
  /** Tells connectors of the same name apart. */
  readonly endpoint: string
  readonly isPresent: boolean
  /** Everything the search looks at, in lower case. */
  readonly haystack: string
}

/** No connector at all, and then each by its name. */
export function usePickerOptions(
  connectors: readonly Connector[],
  presentId: string | null,
): PickerOption[] {
  const t = useTranslations('userFlows')
  const nameOf = useDisplayName()
  return useMemo(() => {
    const optionOf = (id: string | null, name: string, endpoint: string): PickerOption => ({
      id,
      name,
      endpoint,
      isPresent: id === presentId,
      haystack: [name, endpoint, id ?? ''].join('\n').toLocaleLowerCase(),
    })
    const named = connectors.map(({ id, displayName, targetUrl }) =>
      optionOf(id, nameOf(displayName), endpointText(targetUrl)),
    )
    const byName = named.toSorted((one, other) => collator.compare(one.name, other.name))
    return [optionOf(null, t('noConnector'), ''), ...byName]
  }, [connectors, presentId, t, nameOf])
}
