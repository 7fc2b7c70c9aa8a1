import type { Connector } from '@/lib/contract/connector'

/** What a person types to confirm a deed to a connector: its name, or its id if it has none. */
export const nameToType = ({ displayName, id }: Pick<Connector, 'displayName' | 'id'>): string =>
  displayName.trim() || id
