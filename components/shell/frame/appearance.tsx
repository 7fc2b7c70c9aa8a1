'use client'

import {
  createDOMRenderer,
  FluentProvider,
  makeStyles,
  RendererProvider,
  teamsHighContrastTheme,
  webDarkTheme,
  webLightTheme,
  type Theme,
} from '@fluentui/react-components'
import { IntlProvider } from 'use-intl'
import { useState, type ReactNode } from 'react'
import { english } from '@/lib/messages/english'
import { createFocusManager, exposeFocusSentinels } from '../dialogs/focus-management'
import { useLanguage } from './language'
import { useThemeName, type ThemeName } from './theme-choice'

const themes: Record<ThemeName, Theme> = {
  light: webLightTheme,
  dark: webDarkTheme,
  contrast: teamsHighContrastTheme,
}

const useStyles = makeStyles({
  inset: { backgroundColor: 'transparent' },
})

type AppearanceProps = {
  /** Of the page's Content-Security-Policy: only styles that carry it are applied. */
  readonly nonce: string | undefined
  /** True for a part of a page that is not Fluent's. */
  readonly isInset?: boolean
  readonly children: ReactNode
}

/** Fluent's styles and colours, and the language of the texts. */
export function Appearance({ nonce, isInset = false, children }: AppearanceProps) {
  const [renderer] = useState(() => {
    createFocusManager()
    exposeFocusSentinels()
    return createDOMRenderer(document, nonce ? { styleElementAttributes: { nonce } } : {})
  })
  const language = useLanguage()
  return (
    <RendererProvider renderer={renderer} targetDocument={document}>
      <IntlProvider
        locale={language.locale}
        messages={language.messages ?? english}
        timeZone={timeZone}
      >
        <Themed isInset={isInset}>{children}</Themed>
      </IntlProvider>
    </RendererProvider>
  )
}

const { timeZone } = Intl.DateTimeFormat().resolvedOptions()

function Themed({ isInset, children }: Pick<AppearanceProps, 'isInset' | 'children'>) {
  const styles = useStyles()
  return (
    <FluentProvider theme={themes[useThemeName()]} className={isInset ? styles.inset : undefined}>
      {children}
    </FluentProvider>
  )
}
