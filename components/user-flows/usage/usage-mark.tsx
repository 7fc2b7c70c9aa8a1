'use client'

import { makeStyles, tokens } from '@fluentui/react-components'
import {
  BranchForkRegular,
  QuestionCircleRegular,
  SubtractCircleRegular,
} from '@fluentui/react-icons'
import type { ReactElement } from 'react'
import type { ConnectorUsage } from '@/lib/domain/user-flows/connector-usage'

const useStyles = makeStyles({
  mark: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    minWidth: 0,
  },
  icon: { display: 'inline-flex', flexShrink: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  text: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
})

const icons: Record<ConnectorUsage['kind'], ReactElement | null> = {
  used: <BranchForkRegular />,
  notUsed: <SubtractCircleRegular />,
  unknown: <QuestionCircleRegular />,
  reading: null,
}

type UsageMarkProps = {
  readonly kind: ConnectorUsage['kind']
  /** The usage in words, which say all that the icon says. */
  readonly text: string
}

export function UsageMark({ kind, text }: UsageMarkProps) {
  const styles = useStyles()
  if (kind === 'reading') return <span className={styles.quiet}>{text}</span>
  return (
    <span className={styles.mark}>
      <span aria-hidden className={styles.icon}>
        {icons[kind]}
      </span>
      <span className={styles.text}>{text}</span>
    </span>
  )
}
