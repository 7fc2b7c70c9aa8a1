'use client'

/** The page about user flows, fetched when it is shown: visitors without a session load none. */
import dynamic from 'next/dynamic'

export const UserFlowsPage = dynamic(
  () => import('./matrix/user-flows-page').then((module) => module.UserFlowsPage),
  { ssr: false },
)
