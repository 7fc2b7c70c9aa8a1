'use client'

/** The test console, fetched when it is shown: most visits to a connector are about other things. */
import dynamic from 'next/dynamic'

export const LazyTestConsole = dynamic(
  () => import('@/components/connector-tests/test-console').then((module) => module.TestConsole),
  { ssr: false },
)
