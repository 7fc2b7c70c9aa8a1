'use client'

import { createContext, useContext, type ReactNode } from 'react'
import type { Language } from '@/lib/messages/catalogue'

const LanguageContext = createContext<Language>({ locale: 'en', messages: null })

type LanguageProviderProps = { readonly language: Language; readonly children: ReactNode }

/** Around everything: what the server has chosen, for Fluent's pages and for those without it. */
export const LanguageProvider = ({ language, children }: LanguageProviderProps) => (
  <LanguageContext value={language}>{children}</LanguageContext>
)

/** The language, with the texts of one that the browser's code does not bring along. */
export const useLanguage = (): Language => useContext(LanguageContext)
