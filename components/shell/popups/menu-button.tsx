'use client'

import { MenuButton, type MenuButtonProps } from '@fluentui/react-components'
import type { MenuItems, PopupMenuOptions } from './popup-kit'
import { usePopupMenu } from './popup-menu'

type IconMenuButtonProps = Omit<PopupMenuOptions, 'inline'> & {
  readonly icon: MenuButtonProps['icon']
  readonly name: string
  readonly items: MenuItems
}

/** A button with an icon and a menu, within the landmark it is in: what is outside of all is hard to find. */
export function IconMenuButton({ icon, name, items, ...options }: IconMenuButtonProps) {
  const { owner, opens, menu } = usePopupMenu({ ...options, inline: true }, items)
  return (
    <>
      <MenuButton {...owner} {...opens} appearance="subtle" icon={icon} aria-label={name} />
      {menu}
    </>
  )
}
