import type { Connector } from '@/lib/contract/connector'

/** The text that confirms a deed to a connector: its name, or its id if it has none. */
export const nameToType = ({ displayName, id }: Pick<Connector, 'displayName' | 'id'>): string =>
  displayName.trim() || id
