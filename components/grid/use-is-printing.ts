import { useSyncExternalStore } from 'react'

const printing = () => window.matchMedia('print')

function subscribe(onChange: () => void): () => void {
  const media = printing()
  media.addEventListener('change', onChange)
  return () => media.removeEventListener('change', onChange)
}

/** True while the page is laid out for paper. */
export const useIsPrinting = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => printing().matches,
    () => false,
  )
