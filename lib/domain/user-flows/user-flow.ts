/** A tenant's user flows as far as they have been read. */
import type { Problem } from '../problems/problem'
import type { Step, UserFlowKind } from '@/lib/contract/identifiers'
import type { FlowSteps } from '@/lib/contract/user-flow'

export type UserFlow = {
  readonly kind: UserFlowKind
  readonly id: string
  /** Graph's `userFlowType`, such as `signUpOrSignIn`. */
  readonly type: string | null
}

/** A step of a flow. */
export type Place = {
  readonly kind: UserFlowKind
  readonly flowId: string
  readonly step: Step
}

export type FlowEntry = {
  readonly flow: UserFlow
  /** As last read; null if that has never succeeded. */
  readonly steps: FlowSteps | null
  /** Why the last reading failed; `steps` are of an earlier one then. */
  readonly problem: Problem | null
  readonly isReading: boolean
}

/** The kind of a tenant: it has B2X flows, B2C flows, or neither, and no API connectors. */
export type TenantKind = 'workforce' | 'b2c' | 'external'

/** `absent`: this tenant, or its cloud, has no flows of this kind. */
export type KindState =
  | { readonly state: 'reading' | 'read' | 'absent' }
  | { readonly state: 'failed'; readonly problem: Problem }

export type UserFlows = {
  /** Whether the permission to read flows has been granted, as far as it is known. */
  readonly access: 'unknown' | 'missing' | 'granted'
  readonly kinds: Readonly<Record<UserFlowKind, KindState>>
  /** Null until the tenant has shown it. */
  readonly tenantKind: TenantKind | null
  readonly flows: readonly FlowEntry[]
  /** When the last reading of all flows began, epoch milliseconds; null before the first. */
  readonly readAt: number | null
}
