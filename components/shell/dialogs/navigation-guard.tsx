'use client'

/**
 * Asks before something is lost: by a link, by a button of the portal, by the browser's back button, by
 * closing the tab. Next has no such guard; links have `onNavigate`, and for the history this undoes
 * the step and asks.
 */
import dynamic from 'next/dynamic'
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import { createClaims, type Claims, type Loss } from './claims'
import { usePagePush } from './use-page-push'
import { historyPosition, onHistoryStep } from './history-steps'

/** Most visits never see it. */
const LeaveDialog = dynamic(() => import('./leave-dialog').then((module) => module.LeaveDialog), {
  ssr: false,
})

/** The word for it on the button that goes on. */
export type Verb = 'leave' | 'discard'

/** The wish of a person that waits for an answer, and what it would lose. */
type Question = {
  readonly loss: Loss
  readonly verb: Verb
  readonly act: () => void
}

type Guard = {
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

const GuardContext = createContext<Guard | null>(null)

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

export function NavigationGuard({ children }: { readonly children: ReactNode }) {
  const push = usePagePush()
  const [claims] = useState(createClaims)
  const [question, setQuestion] = useState<Question | null>(null)
  const guard = useMemo(() => guardOf(claims, { ask: setQuestion, push }), [claims, push])
  useHistoryGuard(claims, setQuestion)
  return (
    <GuardContext.Provider value={guard}>
      {children}
      {question && (
        <LeaveDialog
          loss={question.loss}
          verb={question.verb}
          onLeave={() => {
            setQuestion(null)
            question.act()
          }}
          onStay={() => setQuestion(null)}
        />
      )}
    </GuardContext.Provider>
  )
}

type Ways = {
  readonly ask: (question: Question | null) => void
  readonly push: (href: string) => void
}

function guardOf(claims: Claims, { ask, push }: Ways): Guard {
  const leave = (go: () => void, verb: Verb = 'leave') => {
    const loss = claims.worst()
    const act = () => {
      claims.clear()
      go()
    }
    if (loss) ask({ loss, verb, act })
    else go()
  }
  return {
    discard: (loss, act) => {
      if (claims.has(loss)) ask({ loss, verb: 'discard', act })
      else act()
    },
    leave,
    isLinkFree: () => claims.worst() === null && navigator.onLine,
    goTo: (href, verb) => leave(() => push(href), verb),
    claim: claims.add,
    release: () => {
      claims.clear()
      ask(null) // whoever was asked meanwhile has nothing to decide any more
    },
    stopAsking: claims.clear,
  }
}

/**
 * The browser's own ways to leave: closing or reloading gets the browser's question; a step in the
 * history has already happened when it is heard of, so it is taken back before Next sees it.
 */
function useHistoryGuard(claims: Claims, ask: (question: Question) => void): void {
  useEffect(() => {
    const beforeUnload = (event: BeforeUnloadEvent) => {
      if (claims.worst()) event.preventDefault()
    }
    const undoing = { isPending: false }
    const popState = (event: PopStateEvent) => {
      const loss = claims.worst()
      if (undoing.isPending) {
        undoing.isPending = false
        event.stopImmediatePropagation()
      } else if (loss) {
        event.stopImmediatePropagation()
        const steps = historyPosition() - (claims.position() ?? 0) || -1
        undoing.isPending = true
        window.history.go(-steps)
        const act = () => {
          claims.clear()
          window.history.go(steps)
        }
        ask({ loss, verb: 'leave', act })
      }
    }
    window.addEventListener('beforeunload', beforeUnload)
    const forgetSteps = onHistoryStep(popState)
    return () => {
      window.removeEventListener('beforeunload', beforeUnload)
      forgetSteps()
    }
  }, [claims, ask])
}
