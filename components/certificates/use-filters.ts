import { useAddressState, type AddressState } from '../shell/basics/use-address-state'
import { pages } from '@/lib/contract/routes'
import { entryGroups, type EntryGroup } from '@/lib/domain/certificates-overview/overview-entry'

export type Filters = {
  /** Empty for all. */
  readonly groups: readonly EntryGroup[]
  readonly query: string
}

export const noFilters: Filters = { groups: [], query: '' }

export const useFilters = () => useAddressState(inAddress)

const inAddress: AddressState<Filters> = {
  path: pages.certificates(),
  read: (parameters) => {
    const wanted = parameters.get('group')?.split(',') ?? []
    return {
      groups: entryGroups.filter((group) => wanted.includes(group)),
      query: parameters.get('q') ?? '',
    }
  },
  write: ({ groups, query }) => ({ group: groups.join(','), q: query }),
}
