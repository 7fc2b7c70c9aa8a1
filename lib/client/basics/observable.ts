/** A value that is told to whoever listens, each time it has become another. */
export class Observable<Value> {
  readonly #listeners = new Set<() => void>()
  #value: Value

  constructor(value: Value) {
    this.#value = value
  }

  /** The present value, as React's `useSyncExternalStore` wants it. */
  readonly value = (): Value => this.#value

  /** Calls the listener after each change, until the function given back is called. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  change(value: Value): void {
    this.#value = value
    for (const listener of this.#listeners) listener()
  }
}
