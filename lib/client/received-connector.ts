import { connectorSchema, type Connector } from '@/lib/contract/connector'
import * as z from '@/lib/contract/z'

/** A connector and the JSON it was read from. */
export type ReceivedConnector = { readonly connector: Connector; readonly received: unknown }

export const receivedConnectorSchema = z.pipe(
  z.unknown(),
  z.transform((received, context): ReceivedConnector => {
    const parsed = connectorSchema.safeParse(received)
    if (parsed.success) return { connector: parsed.data, received }
    context.issues.push({ code: 'custom', input: received, message: 'not a connector' })
    return z.NEVER
  }),
)
