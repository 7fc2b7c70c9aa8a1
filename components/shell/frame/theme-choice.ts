/** The colours a person has chosen, kept in this browser; `system` follows its preferences. */
import { useSyncExternalStore } from 'react'
import { themeKey } from './first-paint'

export const themeChoices = ['system', 'light', 'dark', 'contrast'] as const
export type ThemeChoice = (typeof themeChoices)[number]
export type ThemeName = Exclude<ThemeChoice, 'system'>

const changed = 'portal:theme-changed'
const queries = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)']

function subscribe(onChange: () => void): () => void {
  const media = queries.map((query) => matchMedia(query))
  media.forEach((list) => {
    list.addEventListener('change', onChange)
  })
  const chosenElsewhere = () => {
    showChoice(themeChoice())
    onChange()
  }
  window.addEventListener('storage', chosenElsewhere)
  window.addEventListener(changed, onChange)
  return () => {
    media.forEach((list) => {
      list.removeEventListener('change', onChange)
    })
    window.removeEventListener('storage', chosenElsewhere)
    window.removeEventListener(changed, onChange)
  }
}

function themeChoice(): ThemeChoice {
  const stored = localStorage.getItem(themeKey)
  return themeChoices.find((choice) => choice === stored) ?? 'system'
}

function themeName(): ThemeName {
  const choice = themeChoice()
  if (choice !== 'system') return choice
  if (matchMedia('(prefers-contrast: more)').matches) return 'contrast'
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

export const useThemeChoice = (): ThemeChoice =>
  useSyncExternalStore(subscribe, themeChoice, () => 'system')

export const useThemeName = (): ThemeName =>
  useSyncExternalStore(subscribe, themeName, () => 'light')

/** Keeps the choice and shows it at once, here and in the other tabs. */
export function chooseTheme(choice: ThemeChoice): void {
  if (choice === 'system') localStorage.removeItem(themeKey)
  else localStorage.setItem(themeKey, choice)
  showChoice(choice)
  window.dispatchEvent(new Event(changed))
}

/** For what is styled without Fluent; without a choice the system's preferences count. */
function showChoice(choice: ThemeChoice): void {
  if (choice === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = choice
}
