'use client'

import { createContext, useContext, useEffect } from 'react'
import type { Loss } from './claims'

/** The word for going on, on the button that does. */
export type Verb = 'leave' | 'discard'

export type Guard = {
  /**
   * Throws a part of the page away, at once when this loss would not come of it; otherwise the person is
   * asked first.
   */
  readonly discard: (loss: Loss, act: () => void) => void
  /** Does what ends the page, asking first when something would be lost. */
  readonly leave: (go: () => void) => void
  /** Whether a link may be followed as it is, without `goTo`. */
  readonly isLinkFree: () => boolean
  /**
   * Goes to a page of the portal, asking first when something would be lost; without a network, as soon
   * as there is one.
   */
  readonly goTo: (href: string, verb?: Verb) => void
  /** The loss that is asked about until the function given back is called. */
  readonly claim: (loss: Loss) => () => void
  /** Gives up all claims: what was guarded is done with. */
  readonly release: () => void
  /** Lets the page go without a question, until the function given back is called. */
  readonly stopAsking: () => () => void
}

export const GuardContext = createContext<Guard | null>(null)

export function useNavigationGuard(): Guard {
  const guard = useContext(GuardContext)
  if (!guard) throw new Error('useNavigationGuard needs a NavigationGuard above it.')
  return guard
}

/** Guards the page while there is something to lose; the guard goes with the component. */
export function useGuardAgainst(loss: Loss | null): void {
  const { claim } = useNavigationGuard()
  useEffect(() => (loss ? claim(loss) : undefined), [loss, claim])
}
