'use client'

/**
 * Asks before something is lost: by a link, by a button of the portal, by the browser's back button, by
 * closing the tab. Next has no such guard; links have `onNavigate`, and for the history this undoes
 * the step and asks.
 */
import { useEffect, useMemo, useState, type ReactNode } from 'react'
import { fetched } from '../fetching/fetched'
import { FetchedPart } from '../fetching/fetched-part'
import { createClaims, type Claims, type Loss } from './claims'
import { usePagePush } from './use-page-push'
import { GuardContext, type Guard, type Verb } from './guard'
import { historyPosition, onHistoryStep } from './history-steps'
import type { LeaveDialogProps } from './leave-dialog'
import { PlainLeaveDialog } from './plain-leave-dialog'

/** Most visits never see it. */
const leaveDialog = fetched<LeaveDialogProps>(() =>
  import('./leave-dialog').then((loaded) => loaded.LeaveDialog),
)

/** The wish of a person that waits for an answer, and what it would lose. */
type Question = {
  readonly loss: Loss
  readonly verb: Verb
  readonly act: () => void
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
        <QuestionDialog
          question={question}
          onAnswer={() => {
            setQuestion(null)
          }}
        />
      )}
    </GuardContext.Provider>
  )
}

type QuestionDialogProps = { readonly question: Question; readonly onAnswer: () => void }

function QuestionDialog({ question: { loss, verb, act }, onAnswer }: QuestionDialogProps) {
  const onLeave = () => {
    onAnswer()
    act()
  }
  const props = { loss, verb, onLeave, onStay: onAnswer }
  return (
    <FetchedPart
      part={leaveDialog}
      props={props}
      otherwise={() => <PlainLeaveDialog {...props} />}
    />
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
    claim: (loss) => {
      leaveDialog.prefetch() // while there is a network
      return claims.add(loss)
    },
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
