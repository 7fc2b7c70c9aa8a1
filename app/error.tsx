'use client'

import { Broken } from '@/components/shell/notices/broken'

type ErrorPageProps = {
  readonly error: Error & { readonly digest?: string }
  readonly reset: () => void
}

/** The page that remains when another breaks. */
export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return <Broken fault="stopped" reference={error.digest} onRetry={reset} />
}
