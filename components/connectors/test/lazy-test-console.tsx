'use client'

import type { ComponentProps } from 'react'
import type { TestConsole } from '@/components/connector-tests/test-console'
import { fetched } from '@/components/shell/fetching/fetched'
import { FetchedPart } from '@/components/shell/fetching/fetched-part'

type TestConsoleProps = ComponentProps<typeof TestConsole>

const testConsole = fetched<TestConsoleProps>(() =>
  import('@/components/connector-tests/test-console').then((loaded) => loaded.TestConsole),
)

/** The test console, fetched when it is shown: most visits to a connector are about other things. */
export const LazyTestConsole = (props: TestConsoleProps) => (
  <FetchedPart part={testConsole} props={props} />
)
