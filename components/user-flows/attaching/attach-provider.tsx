'use client'

import {
  createContext,
  useCallback,
  useContext,
  useState,
  type ComponentProps,
  type ReactNode,
} from 'react'
import { fetched } from '@/components/shell/fetching/fetched'
import { FetchedDialog } from '@/components/shell/dialogs/fetched-dialog'
import type { AttachModal } from './attach-dialog'
import type { Attachable } from './use-attaching'

/** Most lists are only looked at. */
const attachModal = fetched<ComponentProps<typeof AttachModal>>(() =>
  import('./attach-dialog').then((loaded) => loaded.AttachModal),
)

type Ask = (connector: Attachable) => void

const AskContext = createContext<Ask | null>(null)

/** Asks to which step the connector is to be attached. */
export function useAskWhereToAttach(): Ask {
  const ask = useContext(AskContext)
  if (!ask) throw new Error('useAskWhereToAttach needs an AttachProvider above it.')
  return ask
}

/** One dialog for all rows of a list: a row that scrolls out of sight would take its own with it. */
export function AttachProvider({ children }: { readonly children: ReactNode }) {
  const [connector, setConnector] = useState<Attachable | null>(null)
  const [isOpen, setIsOpen] = useState(false)
  const ask = useCallback<Ask>((asked) => {
    setConnector(asked)
    setIsOpen(true)
  }, [])
  const close = () => {
    setIsOpen(false)
  }
  return (
    <AskContext.Provider value={ask}>
      {children}
      {connector && (
        <FetchedDialog
          part={attachModal}
          props={{ connector, isOpen, onClose: close }}
          onClose={close}
        />
      )}
    </AskContext.Provider>
  )
}
