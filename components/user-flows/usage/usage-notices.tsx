'use client'

import { UsagePermission } from './usage-permission'
import { UsageProgress } from './usage-progress'
import { useUsages } from './usage-provider'
import { UsageTrouble } from './usage-trouble'

/** How far the reading has come, beside a list's count. */
export function UsageReading() {
  return <UsageProgress known={useUsages().known} />
}

/** Why usage is not known, above a list that is of use without it. */
export function UsageNotices() {
  const { known } = useUsages()
  return known.access === 'missing' ? <UsagePermission /> : <UsageTrouble known={known} />
}
