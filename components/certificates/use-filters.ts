import { useSearchParams } from 'next/navigation'
import { useState } from 'react'
import { pages } from '@/lib/contract/routes'
import { entryGroups, type EntryGroup } from '@/lib/domain/certificates-overview/overview-entry'

export type Filters = {
  /** Empty for all. */
  readonly groups: readonly EntryGroup[]
  readonly query: string
}

export const noFilters: Filters = { groups: [], query: '' }

/** The filters are part of the address, so that they survive a reload and can be passed on. */
export function useFilters(): [Filters, (filters: Filters) => void] {
  const address = useSearchParams().toString()
  const [filters, setFilters] = useState(() => filtersFrom(address))
  // The address follows what is typed a little later: what was not written here is a navigation.
  const [written, setWritten] = useState([address])
  const isStrange = !written.includes(address)
  if (isStrange) setFilters(filtersFrom(address))
  if (isStrange || (written.length > 1 && written.at(-1) === address)) setWritten([address])
  const change = (next: Filters) => {
    const search = searchOf(next)
    setFilters(next)
    setWritten((earlier) => [...earlier, search])
    const shown = search.replaceAll('%2C', ',') // a comma may stand in a query as it is (RFC 3986)
    window.history.replaceState(null, '', search ? `?${shown}` : pages.certificates())
  }
  return [filters, change]
}

function searchOf({ groups, query }: Filters): string {
  const parameters = new URLSearchParams()
  if (groups.length > 0) parameters.set('group', groups.join(','))
  if (query) parameters.set('q', query)
  return parameters.toString()
}

function filtersFrom(search: string): Filters {
  const parameters = new URLSearchParams(search)
  const wanted = parameters.get('group')?.split(',') ?? []
  return {
    groups: entryGroups.filter((group) => wanted.includes(group)),
    query: parameters.get('q') ?? '',
  }
}
