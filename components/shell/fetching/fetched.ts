import type { ComponentType } from 'react'

/** A part of the portal whose code is loaded once somebody needs it: a page, a tab, a dialog. */
export type Fetched<Props> = {
  /**
   * Loads the code unless it is there or on its way. Rejects when it cannot be loaded; the next call tries
   * again, since the network may be back.
   */
  readonly fetch: () => Promise<ComponentType<Props>>
  /** Begins to load it for somebody who may need it soon, and will say so if it could not be loaded. */
  readonly prefetch: () => void
  /** What is there by now; null before. */
  readonly current: () => ComponentType<Props> | null
  /** True from a failure until the next try. */
  readonly hasFailed: () => boolean
  /** Tells of each change, until the returned function is called. */
  readonly subscribe: (onChange: () => void) => () => void
}

/**
 * Keeps what `load` brings outside React, which would hold a lazy component back: what has suspended, React
 * reveals 300 ms later at the soonest (`FALLBACK_THROTTLE_MS`).
 */
export function fetched<Props>(load: () => Promise<ComponentType<Props>>): Fetched<Props> {
  const listeners = new Set<() => void>()
  let current: ComponentType<Props> | null = null
  let coming: Promise<ComponentType<Props>> | null = null
  let hasFailed = false
  const tell = () => {
    for (const listener of listeners) listener()
  }
  const begin = async () => {
    hasFailed = false
    tell()
    try {
      current = await load()
      return current
    } catch (error) {
      coming = null
      hasFailed = true
      throw error
    } finally {
      tell()
    }
  }
  const once = () => (coming ??= begin())
  return {
    fetch: once,
    prefetch: () => {
      once().catch(ignore)
    },
    current: () => current,
    hasFailed: () => hasFailed,
    subscribe: (onChange) => {
      listeners.add(onChange)
      return () => listeners.delete(onChange)
    },
  }
}

/** `hasFailed` tells it. */
const ignore = () => undefined
