import { useSearchParams } from 'next/navigation'
import { useState } from 'react'

/** How what a page shows is written into its query; an empty text is left out. */
export type AddressState<Shown> = {
  readonly path: string
  readonly read: (parameters: URLSearchParams) => Shown
  readonly write: (shown: Shown) => Readonly<Record<string, string>>
}

/**
 * What the page shows is part of its address, so that it survives a reload and can be passed on.
 * @param inAddress the same object at every call
 */
export function useAddressState<Shown>(
  inAddress: AddressState<Shown>,
): [Shown, (shown: Shown) => void] {
  const address = useSearchParams().toString()
  const [shown, setShown] = useState(() => inAddress.read(new URLSearchParams(address)))
  // The address follows what is typed a little later: what was not written here is a navigation.
  const [written, setWritten] = useState([address])
  const isStrange = !written.includes(address)
  if (isStrange) setShown(inAddress.read(new URLSearchParams(address)))
  if (isStrange || (written.length > 1 && written.at(-1) === address)) setWritten([address])
  const change = (next: Shown) => {
    const filled = Object.entries(inAddress.write(next)).filter(([, value]) => value !== '')
    const search = new URLSearchParams(filled).toString()
    setShown(next)
    setWritten((earlier) => [...earlier, search])
    const readable = search.replaceAll('%2C', ',') // a comma may stand in a query as it is (RFC 3986)
    window.history.replaceState(null, '', search ? `?${readable}` : inAddress.path)
  }
  return [shown, change]
}
