/** An endpoint's answer, before the headers that every answer has. */
import type { PortalProblemCode } from '@/lib/contract/problem'

export type HeaderLines = readonly (readonly [name: string, value: string])[]

export type Answer = {
  readonly status: number
  readonly headers?: HeaderLines
  /** JSON, as text or as the bytes Graph sent. */
  readonly body?: string | ArrayBuffer
  /** For the log: what Graph answered. */
  readonly graph?: GraphTrace
  /** True for a write whose answer was lost, and which reading has shown to have happened. */
  readonly isFoundOut?: boolean
  /** For the log: what the portal itself found wrong. */
  readonly problem?: { readonly code: PortalProblemCode; readonly reason: string | undefined }
}

export type GraphTrace = {
  readonly status: number
  readonly requestId: string | undefined
  /** Graph's own code, when it answered with an error. */
  readonly code: string | undefined
}
