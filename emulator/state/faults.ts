// Failures that a test or a person asks for by name: which call they hit, and how often.
import type { JsonObject } from '../basics/checks'

export const faultKinds = ['status', 'delay', 'reset', 'truncate', 'html', 'loseResponse'] as const
export type FaultKind = (typeof faultKinds)[number]

export type Fault = {
  kind: FaultKind
  /** Upper case; `null` for any. */
  method: string | null
  /** Below the version, such as `/identity/apiConnectors/*`; a `*` stands for any characters. */
  path: string
  timesLeft: number
  /** How many matching calls still pass before the fault begins. */
  skip: number
  status: number
  headers: Readonly<Record<string, string>>
  /** A JSON value or a text; `null` for the error envelope that fits the status. */
  body: JsonObject | string | null
  delayMs: number
  /** The call takes effect first, and only its answer is spoilt. */
  isApplied: boolean
}

/** The first fault that hits the call, used up by one; path and case as Graph's own routing sees them. */
export function takeFault(faults: Fault[], method: string, path: string): Fault | undefined {
  const candidates = faults.filter((fault) => hits(fault, method, path))
  const due = candidates.filter((fault) => !waits(fault))
  const [fault] = due
  if (fault) fault.timesLeft -= 1
  return fault
}

function hits(fault: Fault, method: string, path: string): boolean {
  const isMethod = fault.method === null || fault.method === method
  return isMethod && fault.timesLeft > 0 && matchesPath(fault.path, path)
}

/** Whether the call passes because the fault is not due yet; counts the call. */
function waits(fault: Fault): boolean {
  if (fault.skip === 0) return false
  fault.skip -= 1
  return true
}

/** Compares a pattern with a path such as `/v1.0/identity/apiConnectors`, with or without the version. */
export function matchesPath(pattern: string, path: string): boolean {
  const literal = normalise(pattern).split('*').map(escapeExpression).join('.*')
  const expression = new RegExp(`^${literal}$`)
  const whole = normalise(path)
  return expression.test(whole) || expression.test(whole.replace(/^\/(v1\.0|beta)(?=\/|$)/, ''))
}

function normalise(path: string): string {
  return (path.split('?')[0] ?? '').toLowerCase().replace(/\/+$/, '')
}

function escapeExpression(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
}
