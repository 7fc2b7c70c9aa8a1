'use client'

import { makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components'
import { useFormatter, useTranslations } from 'use-intl'
import { useClockDifference } from '@/lib/client/calls/server-clock'
import { roundDifference } from '@/lib/domain/clock-difference'

const useStyles = makeStyles({ bar: { marginBottom: tokens.spacingVerticalM } })

/** Says so when this computer's clock is wrong: days left are counted by it. */
export function ClockNotice() {
  const styles = useStyles()
  const t = useTranslations('shell')
  const format = useFormatter()
  const seconds = useClockDifference()
  if (seconds === 0) return null
  const { amount, unit } = roundDifference(seconds)
  const difference = format.number(amount, { style: 'unit', unit, unitDisplay: 'long' })
  return (
    <MessageBar intent="warning" layout="multiline" className={styles.bar}>
      <MessageBarBody>
        {seconds > 0 ? t('clockAhead', { difference }) : t('clockBehind', { difference })}
      </MessageBarBody>
    </MessageBar>
  )
}
