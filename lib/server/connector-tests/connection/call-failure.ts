/** How a call can fail once it is allowed. */
import 'server-only'
import type { StageName } from '@/lib/contract/connector-test'
import type { Messages } from '@/lib/messages/english'

/** A key of the catalogue's `connectorTests.failure`. */
export type FailureCode = keyof Messages['connectorTests']['failure']

/** Thrown inside a call; `runConnectorTest` turns it into the failure of a result. */
export class CallFailure extends Error {
  readonly code: FailureCode
  /** The stage to blame, if it is not the one that was under way. */
  readonly stage: StageName | undefined

  constructor(code: FailureCode, particulars: { stage?: StageName; cause?: unknown } = {}) {
    super(code, { cause: particulars.cause })
    this.name = 'CallFailure'
    this.code = code
    this.stage = particulars.stage
  }
}

/** The error's `code`, which Node, OpenSSL's binding and undici set; empty when there is none. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
