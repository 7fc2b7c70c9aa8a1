'use client'

import { MenuButton } from '@fluentui/react-components'
import { DarkThemeRegular } from '@fluentui/react-icons'
import { useTranslations } from 'use-intl'
import { usePopupMenu } from '../popups/popup-menu'
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
  const { owner, opens, menu } = usePopupMenu(
    {
      inline: true, // within the banner: what is outside every landmark is hard to find
      checkedValues: { theme: [chosen] },
      onCheckedValueChange: (_event, { checkedItems }) => {
        chooseTheme(themeChoices.find((choice) => checkedItems.includes(choice)) ?? 'system')
      },
    },
    ({ MenuList, MenuItemRadio }, button) => (
      <MenuList aria-labelledby={button.id}>
        {themeChoices.map((choice) => (
          <MenuItemRadio key={choice} name="theme" value={choice}>
            {t(nameOf[choice])}
          </MenuItemRadio>
        ))}
      </MenuList>
    ),
  )
  return (
    <>
      <MenuButton
        {...owner}
        {...opens}
        appearance="subtle"
        icon={<DarkThemeRegular />}
        aria-label={t('theme')}
      />
      {menu}
    </>
  )
}
