'use client'

import { DarkThemeRegular } from '@fluentui/react-icons'
import { useTranslations } from 'use-intl'
import { IconMenuButton } from '../popups/menu-button'
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
    <IconMenuButton
      icon={<DarkThemeRegular />}
      name={t('theme')}
      checkedValues={{ theme: [chosen] }}
      onCheckedValueChange={(_event, { checkedItems }) => {
        chooseTheme(themeChoices.find((choice) => checkedItems.includes(choice)) ?? 'system')
      }}
      items={({ MenuList, MenuItemRadio }, button) => (
        <MenuList aria-labelledby={button.id}>
          {themeChoices.map((choice) => (
            <MenuItemRadio key={choice} name="theme" value={choice}>
              {t(nameOf[choice])}
            </MenuItemRadio>
          ))}
        </MenuList>
      )}
    />
  )
}
