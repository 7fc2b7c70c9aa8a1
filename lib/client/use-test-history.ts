/** The tests of the past in components. Each account has its own, in this browser. */
import { useCallback, useSyncExternalStore } from 'react'
import { readHistory, withEntry, type PastTest } from '@/lib/domain/connector-tests/history'
import { store } from './storage/stored'
import { useSession } from './session/session'

const changed = 'portal:tests-changed'
const keyOf = (accountId: string) => `portal.tests.${accountId}`

/** Read once for each stored text: React asks for the same list again and again. */
const read = { text: null as string | null, history: readHistory(null) }

function historyAt(key: string): readonly PastTest[] {
  const text = localStorage.getItem(key)
  if (text !== read.text) Object.assign(read, { text, history: readHistory(text) })
  return read.history
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener('storage', onChange)
  window.addEventListener(changed, onChange)
  return () => {
    window.removeEventListener('storage', onChange)
    window.removeEventListener(changed, onChange)
  }
}

/** Stores the history; the oldest entries go when the browser has no room. */
function keep(key: string, history: readonly PastTest[]): void {
  const isKept = store(localStorage, key, history)
  if (!isKept && history.length > 0) keep(key, history.slice(0, -1))
}

export function useTestHistory() {
  const { accountId } = useSession()
  const key = keyOf(accountId)
  const history = useSyncExternalStore(subscribe, () => historyAt(key))
  const add = useCallback(
    (entry: PastTest) => {
      keep(key, withEntry(historyAt(key), entry))
      window.dispatchEvent(new Event(changed))
    },
    [key],
  )
  const clear = useCallback(() => {
    localStorage.removeItem(key)
    window.dispatchEvent(new Event(changed))
  }, [key])
  return { history, add, clear }
}
