'use client'

/**
 * Asks before unsaved work is left behind: by a link, by a button of the portal, by the browser's
 * back button, by closing the tab. Next has no such guard; links have `onNavigate`, and for the
 * history this undoes the step and asks.
 */
import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react'
import { historyPosition, onHistoryStep } from './history-steps'

/** Most visits never see it. */
const LeaveDialog = dynamic(() => import('./leave-dialog').then((module) => module.LeaveDialog), {
  ssr: false,
})

/** Where the person wanted to go: a path, or so many steps in the history (-1 is back). */
type Destination = { readonly href: string } | { readonly steps: number }

/** Work on the page that stands at this place in the history. */
type Unsaved = { readonly position: number }

type Guard = {
  /** True when nothing is unsaved; otherwise the person is asked, and then taken to `href`. */
  readonly mayLeave: (href: string) => boolean
  /** Goes to a page of the portal, asking first when something is unsaved. */
  readonly goTo: (href: string) => void
  readonly setUnsaved: (isUnsaved: boolean) => void
  /** Lets the page go without a question, until the function given back is called. */
  readonly stopAsking: () => () => void
}

const GuardContext = createContext<Guard | null>(null)

export function useNavigationGuard(): Guard {
  const guard = useContext(GuardContext)
  if (!guard) throw new Error('useNavigationGuard needs a NavigationGuard above it.')
  return guard
}

/** Guards the page while `isUnsaved`; the guard goes with the component. */
export function useUnsavedWork(isUnsaved: boolean): void {
  const { setUnsaved } = useNavigationGuard()
  useEffect(() => {
    setUnsaved(isUnsaved)
    return () => {
      setUnsaved(false)
    }
  }, [isUnsaved, setUnsaved])
}

export function NavigationGuard({ children }: { readonly children: ReactNode }) {
  const router = useRouter()
  const unsaved = useRef<Unsaved | null>(null)
  const [asking, setAsking] = useState<Destination | null>(null)
  useHistoryGuard(unsaved, setAsking)

  const setUnsaved = useCallback((isUnsaved: boolean) => {
    unsaved.current = isUnsaved ? { position: historyPosition() } : null
  }, [])
  const mayLeave = useCallback((href: string) => {
    if (unsaved.current) setAsking({ href })
    return unsaved.current === null
  }, [])
  const goTo = useCallback(
    (href: string) => {
      if (mayLeave(href)) router.push(href)
    },
    [mayLeave, router],
  )
  const stopAsking = useCallback(() => {
    const { current } = unsaved
    unsaved.current = null
    return () => {
      unsaved.current = current
    }
  }, [])
  const guard = useMemo(
    () => ({ mayLeave, goTo, setUnsaved, stopAsking }),
    [mayLeave, goTo, setUnsaved, stopAsking],
  )

  const leave = () => {
    unsaved.current = null
    setAsking(null)
    if (asking && 'href' in asking) router.push(asking.href)
    else window.history.go(asking?.steps ?? -1)
  }
  return (
    <GuardContext.Provider value={guard}>
      {children}
      {asking && (
        <LeaveDialog
          onLeave={leave}
          onStay={() => {
            setAsking(null)
          }}
        />
      )}
    </GuardContext.Provider>
  )
}

/**
 * The browser's own ways to leave: closing or reloading gets the browser's question; a step in the
 * history has already happened when it is heard of, so it is taken back before Next sees it.
 */
function useHistoryGuard(
  unsaved: { readonly current: Unsaved | null },
  ask: (destination: Destination) => void,
): void {
  useEffect(() => {
    const beforeUnload = (event: BeforeUnloadEvent) => {
      if (unsaved.current) event.preventDefault()
    }
    const undoing = { isPending: false }
    const popState = (event: PopStateEvent) => {
      if (undoing.isPending) {
        undoing.isPending = false
        event.stopImmediatePropagation()
      } else if (unsaved.current) {
        event.stopImmediatePropagation()
        const steps = historyPosition() - unsaved.current.position || -1
        undoing.isPending = true
        window.history.go(-steps)
        ask({ steps })
      }
    }
    window.addEventListener('beforeunload', beforeUnload)
    const forgetSteps = onHistoryStep(popState)
    return () => {
      window.removeEventListener('beforeunload', beforeUnload)
      forgetSteps()
    }
  }, [unsaved, ask])
}
