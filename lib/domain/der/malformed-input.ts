/** A reader that meets bytes it cannot follow throws this; `attempt` is the one place that catches. */
export class MalformedInput extends Error {
  /** `truncated` when the file simply ends too early, `malformed` when it contradicts itself. */
  readonly kind: 'malformed' | 'truncated'

  constructor(kind: 'malformed' | 'truncated' = 'malformed') {
    super(kind)
    this.kind = kind
  }
}

export type Attempt<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly kind: MalformedInput['kind'] }

/** Reads, and turns a malformed file into its kind. Any other failure is a fault of ours and passes. */
export function attempt<Value>(read: () => Value): Attempt<Value> {
  try {
    return { ok: true, value: read() }
  } catch (failure) {
    if (failure instanceof MalformedInput) return { ok: false, kind: failure.kind }
    throw failure
  }
}
