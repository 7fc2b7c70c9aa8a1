'use client'

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useTranslations } from 'use-intl'

const useStyles = makeStyles({
  both: { display: 'block', overflowWrap: 'anywhere' },
  label: { fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase200 },
  line: { display: 'flex', gap: tokens.spacingHorizontalXS },
  name: { minWidth: 0, unicodeBidi: 'plaintext', textAlign: 'start' },
  short: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  before: { color: tokens.colorNeutralForeground2 },
  after: { fontWeight: tokens.fontWeightSemibold, textDecorationLine: 'none' },
})

type BecomingProps = {
  readonly before: string
  readonly after: string
  /** One line for each name, under the word that says why there are two. */
  readonly isShort?: boolean
}

/** The present connector and, on the next line, the one that is to take its place. */
export function Becoming({ before, after, isShort = false }: BecomingProps) {
  const styles = useStyles()
  const t = useTranslations('userFlows')
  const name = mergeClasses(styles.name, isShort && styles.short)
  return (
    <span className={styles.both}>
      {isShort && <span className={styles.label}>{t('pending')}</span>}
      <span className={styles.line}>
        <del title={before} className={mergeClasses(name, styles.before)}>
          {before}
        </del>
      </span>
      <span className={styles.line}>
        <span role="img" aria-label={t('becomes')}>
          →
        </span>
        <ins title={after} className={mergeClasses(name, styles.after)}>
          {after}
        </ins>
      </span>
    </span>
  )
}
