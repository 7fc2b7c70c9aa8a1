'use client'

/** The page of sample endpoints, fetched when it is shown: visitors without a session load none. */
import dynamic from 'next/dynamic'

export const SamplesPage = dynamic(
  () => import('./samples-page').then((module) => module.SamplesPage),
  { ssr: false },
)
