'use client'

/**
 * Fluent's menus and tooltips, and what places them: 25 kB that nobody needs before they point at something.
 * Loaded by `popup-menu.tsx` and `hint.tsx`, which own the element that they belong to.
 */
import {
  Menu,
  MenuDivider,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Tooltip,
  type MenuProps,
} from '@fluentui/react-components'
import { useEffect, useLayoutEffect, type ReactNode, type Ref } from 'react'

const parts = { MenuDivider, MenuItem, MenuItemRadio, MenuList }

/** What menus are made of. */
export type MenuParts = typeof parts

/** What is in a menu; its list is named by the element that it belongs to. */
export type MenuItems = (parts: MenuParts, owner: HTMLElement) => ReactNode

export type PopupMenuOptions = Pick<MenuProps, 'checkedValues' | 'inline' | 'onCheckedValueChange'>

export type PopupMenuProps = PopupMenuOptions & {
  /** What it belongs to: there it opens, and there the focus goes back. */
  readonly owner: HTMLElement
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
  /** Where a context menu opens, in pixels of the window; null for one below its owner. */
  readonly at: Point | null
  readonly children: MenuItems
}

export type Point = { readonly x: number; readonly y: number }

export function PopupMenu({ owner, isOpen, onOpenChange, at, children, ...rest }: PopupMenuProps) {
  return (
    <Menu
      {...rest}
      open={isOpen}
      openOnContext={at !== null}
      {...(at && { positioning: { target: virtualElement(at) } })}
      onOpenChange={(_event, { open }) => {
        onOpenChange(open)
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        {({ ref }) => <Follow owner={owner} refs={ref} />}
      </MenuTrigger>
      <MenuPopover>{children(parts, owner)}</MenuPopover>
    </Menu>
  )
}

const virtualElement = ({ x, y }: Point) => ({ getBoundingClientRect: () => new DOMRect(x, y) })

type FollowProps = { readonly owner: HTMLElement; readonly refs: Ref<unknown> | undefined }

/** Fluent, whose refs are functions here, takes the element for its child, though it was there before. */
function Follow({ owner, refs }: FollowProps) {
  useLayoutEffect(() => {
    if (typeof refs === 'function') refs(owner)
  }, [owner, refs])
  return null
}

/** The events by which a tooltip comes and goes. */
export type HintEvents = Pick<
  React.HTMLAttributes<HTMLElement>,
  'onPointerEnter' | 'onPointerLeave' | 'onFocus' | 'onBlur'
>

export type PopupHintProps = {
  readonly owner: HTMLElement
  readonly text: string
  /** Is told the listeners for the owner's events as soon as there are any. */
  readonly onReady: (events: HintEvents) => void
}

export const PopupHint = ({ owner, text, onReady }: PopupHintProps) => (
  <Tooltip relationship="inaccessible" content={text} positioning={{ target: owner }}>
    {({ ref, ...events }) => (
      <>
        <Follow owner={owner} refs={ref} />
        <Ready events={events} onReady={onReady} />
      </>
    )}
  </Tooltip>
)

type ReadyProps = Pick<PopupHintProps, 'onReady'> & { readonly events: HintEvents }

/** After Fluent has made its listeners, which it does in an effect of the layout. */
function Ready({ events, onReady }: ReadyProps) {
  useEffect(() => {
    onReady(events)
  })
  return null
}
