'use client'

import { useId, useState, type KeyboardEvent, type MouseEvent } from 'react'
import { FetchedDialog } from '../dialogs/fetched-dialog'
import type { MenuItems, Point, PopupMenuOptions } from './popup-kit'
import { popupMenu } from './popups'

/**
 * A menu whose code is loaded when the pointer or the focus comes to its owner. `owner` makes an element
 * the one it belongs to; `opens` and `opensOnContext` are how it is opened; `menu` stands beside it.
 */
export function usePopupMenu(options: PopupMenuOptions, items: MenuItems) {
  const id = useId()
  const [owner, setOwner] = useState<HTMLElement | null>(null)
  // A closed menu stays: it gives the focus back.
  const [state, setState] = useState<'unopened' | 'open' | 'closed'>('unopened')
  const [at, setAt] = useState<Point | null>(null)
  const isOpen = state === 'open'
  const change = (willBeOpen: boolean) => {
    if (willBeOpen) setState('open')
    else if (isOpen) setState('closed')
  }
  return {
    owner: { id, ref: setOwner, ...comingNear },
    opens: {
      'aria-haspopup': 'menu',
      'aria-expanded': isOpen,
      onClick: () => {
        change(!isOpen)
      },
      onKeyDown: ({ key }: KeyboardEvent) => {
        if (key === 'ArrowDown') change(true)
        if (key === 'Escape') change(false)
      },
    } as const,
    opensOnContext: {
      onContextMenu: (event: MouseEvent) => {
        event.preventDefault()
        setAt({ x: event.clientX, y: event.clientY })
        change(true)
      },
    },
    menu: state !== 'unopened' && owner && (
      <FetchedDialog
        part={popupMenu}
        props={{ ...options, owner, isOpen, onOpenChange: change, at, children: items }}
        onClose={() => {
          setState('unopened')
        }}
      />
    ),
  }
}

const comingNear = { onPointerEnter: popupMenu.prefetch, onFocus: popupMenu.prefetch }
