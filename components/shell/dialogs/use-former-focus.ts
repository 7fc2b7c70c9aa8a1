import { useEffect, useState } from 'react'

/** For a dialog that no button of Fluent's opens: gives the focus back to where it was. */
export function useFormerFocus(): void {
  const [former] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      if (former instanceof HTMLElement) former.focus()
    },
    [former],
  )
}
