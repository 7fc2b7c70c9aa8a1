'use client'

import type { ComponentProps } from 'react'
import { InSight } from '../writing/in-sight'
import { ProblemNotice } from './problem-notice'

type RefusedWriteProps = Omit<ComponentProps<typeof ProblemNotice>, 'onRetry'>

/** Why a write failed, or that nobody knows whether it did: in sight, beside the button that has sent it. */
export const RefusedWrite = (props: RefusedWriteProps) => (
  <InSight>
    <ProblemNotice {...props} />
  </InSight>
)
