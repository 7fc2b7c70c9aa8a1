'use client'

import { useId, useState, type KeyboardEvent, type MouseEvent } from 'react'
import { FetchedDialog } from '../dialogs/fetched-dialog'
import type { MenuItems, Point, PopupMenuProps } from './popup-kit'
import { popupMenu } from './popups'

export type PopupMenuOptions = Pick<
  PopupMenuProps,
  'checkedValues' | 'inline' | 'onCheckedValueChange'
>

/**
 * A menu whose code is loaded when the pointer or the focus comes to its owner. `owner` makes an element
 * the one it belongs to; `opens` and `opensOnContext` are how it is opened; `menu` stands beside it.
 */
export function usePopupMenu(options: PopupMenuOptions, items: MenuItems) {
  const id = useId()
  const [owner, setOwner] = useState<HTMLElement | null>(null)
  const [isOpen, setIsOpen] = useState(false)
  const [isWanted, setIsWanted] = useState(false)
  const [at, setAt] = useState<Point | null>(null)
  const change = (willBeOpen: boolean) => {
    setIsOpen(willBeOpen)
    setIsWanted(isWanted || willBeOpen)
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
    menu: isWanted && owner && (
      <FetchedDialog
        part={popupMenu}
        props={{ ...options, owner, isOpen, onOpenChange: change, at, children: items }}
        onClose={() => {
          setIsWanted(false)
          setIsOpen(false)
        }}
      />
    ),
  }
}

const comingNear = { onPointerEnter: popupMenu.prefetch, onFocus: popupMenu.prefetch }
