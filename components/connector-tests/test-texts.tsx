'use client'

import type { ReactNode } from 'react'
import { IntlProvider } from 'use-intl'
import { useLanguage } from '@/components/shell/frame/language'
import { englishWithTests } from '@/lib/messages/english-with-tests'

/** Around what is about tests: these texts are fetched with it, and not with every page. */
export function TestTexts({ children }: { readonly children: ReactNode }) {
  const { locale, messages } = useLanguage()
  return (
    <IntlProvider locale={locale} messages={messages ?? englishWithTests}>
      {children}
    </IntlProvider>
  )
}
