'use client'

import { createTranslator } from 'use-intl/core'
import { useLanguage } from '@/components/shell/frame/language'
import shell from '@/lib/messages/en/shell.json'

type ErrorPageProps = {
  readonly error: Error & { readonly digest?: string }
  readonly reset: () => void
}

/** The page that remains when another breaks. It uses nothing of what may have broken. */
export default function ErrorPage({ error, reset }: ErrorPageProps) {
  const { locale, messages } = useLanguage()
  const t = createTranslator({ locale, messages: messages ?? { shell }, namespace: 'shell' })
  return (
    <div className="prose" role="alert">
      <h1>{t('pageBrokeTitle')}</h1>
      <p>{t('pageBrokeBody')}</p>
      {error.digest && <p>{t('pageBrokeReference', { reference: error.digest })}</p>}
      <button type="button" className="button" onClick={reset}>
        {t('retry')}
      </button>
    </div>
  )
}
