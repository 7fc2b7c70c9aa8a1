'use client'

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import {
  CheckmarkCircleRegular,
  ClockRegular,
  ErrorCircleRegular,
  WarningRegular,
} from '@fluentui/react-icons'
import type { ReactElement } from 'react'
import { momentText } from '../shell/time/moment-text'
import { momentOfState, type CertificateState } from '@/lib/domain/certificate-state'

const useStyles = makeStyles({
  mark: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  icon: { display: 'inline-flex', flexShrink: 0 },
  // Two lines are as high as a row of a grid.
  words: { lineHeight: tokens.lineHeightBase200 },
  good: { color: tokens.colorStatusSuccessForeground1 },
  soon: { color: tokens.colorStatusWarningForeground1 },
  bad: { color: tokens.colorStatusDangerForeground1 },
})

type Look = { readonly icon: ReactElement; readonly tone: 'good' | 'soon' | 'bad' }

const bad: Look = { icon: <ErrorCircleRegular />, tone: 'bad' }
const looks: Record<CertificateState['kind'], Look | null> = {
  notUsed: null,
  none: bad,
  expired: bad,
  inactive: bad,
  unreadable: { icon: <WarningRegular />, tone: 'soon' },
  waiting: { icon: <ClockRegular />, tone: 'bad' },
  expiring: { icon: <WarningRegular />, tone: 'soon' },
  valid: { icon: <CheckmarkCircleRegular />, tone: 'good' },
}

type CertificateStateMarkProps = {
  readonly state: CertificateState
  /** The state in words, which say all that the colour says. */
  readonly text: string
}

/** The moment to which relative words refer. */
function exactly(state: CertificateState): string | undefined {
  const moment = momentOfState(state)
  return moment === null ? undefined : momentText(moment * 1000, 'zoned')
}

export function CertificateStateMark({ state, text }: CertificateStateMarkProps) {
  const styles = useStyles()
  const look = looks[state.kind]
  if (!look) return <span>{text}</span>
  return (
    <span className={styles.mark} title={exactly(state)}>
      <span aria-hidden className={mergeClasses(styles.icon, styles[look.tone])}>
        {look.icon}
      </span>
      <span className={styles.words}>{text}</span>
    </span>
  )
}
