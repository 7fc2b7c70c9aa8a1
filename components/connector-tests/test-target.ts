import type { ConnectorTest } from '@/lib/contract/connector-test'
import type { CurlTest } from '@/lib/domain/connector-tests/curl'

/** The target of a test: a connector as it is saved, or as a form has it. */
export type TestTarget = {
  /** Null before it is saved. */
  readonly connectorId: string | null
  readonly name: string
  /** As far as it is entered, for what is shown. */
  readonly curl: Pick<CurlTest, 'targetUrl' | 'credentials'>
  /** Null when something is missing, and then it is said where it is entered. */
  readonly prepare: () => Promise<Pick<ConnectorTest, 'targetUrl' | 'authentication'> | null>
}
