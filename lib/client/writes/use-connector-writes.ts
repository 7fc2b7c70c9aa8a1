import { connectorWrites, type ConnectorWrites } from './connector-writes'
import { useTenantAccess } from './use-tenant-access'

/** The writes to connectors, as the person who is signed in. */
export const useConnectorWrites = (): ConnectorWrites => useTenantAccess(connectorWrites)
