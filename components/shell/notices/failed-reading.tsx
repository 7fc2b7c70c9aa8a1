'use client'

import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { useSWRConfig } from 'swr'
import { useTranslations } from 'use-intl'
import { momentText } from '../time/moment-text'
import type { Problem } from '@/lib/domain/problems/problem'
import { readAt } from '@/lib/client/reading-cache'
import { ProblemNotice } from './problem-notice'

const useStyles = makeStyles({
  since: { display: 'block', marginBottom: tokens.spacingVerticalM },
})

type FailedReadingProps = {
  readonly problem: Problem
  readonly onRetry: () => void
}

/** Why something could not be read and, if it could be before, since when it is shown. */
export function FailedReading({ problem, onRetry }: FailedReadingProps) {
  const styles = useStyles()
  const t = useTranslations('shell')
  const { cache } = useSWRConfig()
  // Every reading is kept under its address.
  const at = problem.kind === 'request' ? readAt(cache, problem.path) : null
  return (
    <>
      <ProblemNotice problem={problem} onRetry={onRetry} />
      {at !== null && (
        <Text className={styles.since}>{t('shownSince', { time: momentText(at, 'time') })}</Text>
      )}
    </>
  )
}
