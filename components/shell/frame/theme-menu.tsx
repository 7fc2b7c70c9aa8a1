'use client'

import {
  Menu,
  MenuButton,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components'
import { DarkThemeRegular } from '@fluentui/react-icons'
import { useTranslations } from 'use-intl'
import { chooseTheme, themeChoices, useThemeChoice } from './theme-choice'

const nameOf = {
  system: 'themeSystem',
  light: 'themeLight',
  dark: 'themeDark',
  contrast: 'themeContrast',
} as const

export function ThemeMenu() {
  const t = useTranslations('shell')
  const chosen = useThemeChoice()
  return (
    <Menu
      inline // within the banner: what is outside every landmark is hard to find
      checkedValues={{ theme: [chosen] }}
      onCheckedValueChange={(_event, { checkedItems }) => {
        chooseTheme(themeChoices.find((choice) => checkedItems.includes(choice)) ?? 'system')
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuButton appearance="subtle" icon={<DarkThemeRegular />} aria-label={t('theme')} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {themeChoices.map((choice) => (
            <MenuItemRadio key={choice} name="theme" value={choice}>
              {t(nameOf[choice])}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
