'use client'

import {
  createElement,
  use,
  useEffect,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react'
import { Broken } from '../notices/broken'
import type { Fetched } from './fetched'

type FetchedPartProps<Props> = {
  readonly part: Fetched<Props>
  readonly props: Props
  /** What to show when it cannot be loaded; a page says so in its place. */
  readonly otherwise?: (tryAgain: () => void) => ReactNode
}

/**
 * Shows a part once its code is there, and nothing before. It waits without suspending; what cannot be
 * loaded is said in its place, with a way to try again.
 */
export function FetchedPart<Props extends object>({
  part,
  props,
  otherwise = sayInPlace,
}: FetchedPartProps<Props>) {
  const shown = useSyncExternalStore(part.subscribe, part.current, nothing)
  const hasFailed = useSyncExternalStore(part.subscribe, part.hasFailed, never)
  useEffect(() => {
    part.prefetch()
  }, [part])
  if (shown) return createElement(shown, props)
  if (!hasFailed) return null
  return otherwise(() => {
    part.fetch().catch(reloadOnline)
  })
}

const sayInPlace = (tryAgain: () => void) => <Broken fault="notLoaded" onRetry={tryAgain} />

const nothing = () => null
const never = () => false

/**
 * The same for what takes the place of something else: inside a transition, such as the step to another page,
 * React keeps the former until the new one is there.
 */
export function FetchedInPlace<Props extends object>({
  part,
  props,
}: Omit<FetchedPartProps<Props>, 'otherwise'>) {
  // What has suspended begins anew, so this tells whether it has waited in vain.
  const [mayWait] = useState(() => !part.hasFailed())
  if (mayWait && !part.current()) use(settled(part))
  return <FetchedPart part={part} props={props} />
}

const waits = new WeakMap<Promise<unknown>, Promise<void>>()

/** Ends in either case. React must be given the same promise each time it asks. */
function settled<Props>(part: Fetched<Props>): Promise<void> {
  const coming = part.fetch()
  const known = waits.get(coming) ?? coming.then(ignore, ignore)
  waits.set(coming, known)
  return known
}

const ignore = () => undefined

/** After a new version was installed the code of the former is gone, and only its page asks for it. */
function reloadOnline(): void {
  if (navigator.onLine) window.location.reload()
}
