'use client'

import type { ReactNode } from 'react'
import { IntlProvider, useLocale } from 'use-intl'
import { englishWithTests } from '@/lib/messages/english-with-tests'

/** Around what is about tests: these texts are fetched with it, and not with every page. */
export function TestTexts({ children }: { readonly children: ReactNode }) {
  return (
    <IntlProvider locale={useLocale()} messages={englishWithTests}>
      {children}
    </IntlProvider>
  )
}
