import type { Connector } from '@/lib/contract/connector'
import { canBeTyped } from './shown-text'

/** The text that confirms a deed to a connector: its name, or its id if it has none that can be typed. */
export const nameToType = ({ displayName, id }: Pick<Connector, 'displayName' | 'id'>): string =>
  canBeTyped(displayName) ? displayName.trim() : id
