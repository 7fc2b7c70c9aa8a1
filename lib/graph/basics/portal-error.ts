/** A failure that the portal has a name for. Anything else that is thrown is a bug of ours. */
import {
  portalProblemStatus,
  type PortalProblemCode,
  type ProblemDetail,
} from '@/lib/contract/problem'
import { translator } from '@/lib/messages/translator'
import type { HeaderLines } from './answer'

const translate = translator('api.problems')

/** Nobody reads more, and a body of 256 KB could give thousands. */
const maxDetails = 20

export type Particulars = {
  readonly details?: readonly ProblemDetail[]
  readonly headers?: HeaderLines
  /** Where Graph's own status says more than the code's usual one. */
  readonly status?: number
  /** For the log: the error underneath, or a word for what was found. */
  readonly cause?: unknown
}

export class PortalError extends Error {
  readonly code: PortalProblemCode
  readonly status: number
  readonly details: readonly ProblemDetail[]
  readonly headers: HeaderLines

  constructor(code: PortalProblemCode, particulars: Particulars = {}) {
    super(translate(code), { cause: particulars.cause })
    this.name = 'PortalError'
    this.code = code
    this.status = particulars.status ?? portalProblemStatus[code]
    this.details = (particulars.details ?? []).slice(0, maxDetails)
    this.headers = particulars.headers ?? []
  }
}

/** A failure that has a name is one way in which a piece of work can end; anything else is a bug. */
export function asValue(error: unknown): PortalError {
  if (error instanceof PortalError) return error
  throw error
}
