'use client'

import { createContext, useContext, type ReactNode } from 'react'

/** Sentences that come with the page itself: what has broken may be the code that brings all others. */
export type BrokenTexts = Readonly<
  Record<Fault, { readonly title: string; readonly body: string }>
> & { readonly reference: string; readonly retry: string }

type Fault = 'stopped' | 'notLoaded'

const TextsContext = createContext<BrokenTexts | null>(null)

type BrokenTextsProviderProps = { readonly texts: BrokenTexts; readonly children: ReactNode }

/** Around everything: what may break is the portal itself. */
export const BrokenTextsProvider = ({ texts, children }: BrokenTextsProviderProps) => (
  <TextsContext value={texts}>{children}</TextsContext>
)

type BrokenProps = {
  readonly fault: Fault
  /** By which the server's log knows the error. */
  readonly reference?: string | undefined
  readonly onRetry: () => void
}

/** What remains where a part of the portal has broken. It uses nothing of what may have broken. */
export function Broken({ fault, reference, onRetry }: BrokenProps) {
  const texts = useContext(TextsContext)
  if (!texts) throw new Error('Broken needs a BrokenTextsProvider above it.')
  return (
    <div className="prose" role="alert">
      <h1>{texts[fault].title}</h1>
      <p>{texts[fault].body}</p>
      {reference && (
        <p>
          {texts.reference} {reference}
        </p>
      )}
      <button type="button" className="button" onClick={onRetry}>
        {texts.retry}
      </button>
    </div>
  )
}
