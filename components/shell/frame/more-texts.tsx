'use client'

import { useMemo, type ReactNode } from 'react'
import { IntlProvider, useMessages } from 'use-intl'
import type { Messages } from '@/lib/messages/english'
import { useLanguage } from './language'

type MoreTextsProps = { readonly texts: Partial<Messages>; readonly children: ReactNode }

/** Around what not every page says: its English texts are fetched with it. */
export function MoreTexts({ texts, children }: MoreTextsProps) {
  const { locale, messages: foreign } = useLanguage()
  const known = useMessages()
  const messages = useMemo(() => foreign ?? { ...known, ...texts }, [foreign, known, texts])
  return (
    <IntlProvider locale={locale} messages={messages}>
      {children}
    </IntlProvider>
  )
}
