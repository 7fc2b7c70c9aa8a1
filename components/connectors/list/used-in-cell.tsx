'use client'

import { Button, makeStyles, tokens, useRestoreFocusTarget } from '@fluentui/react-components'
import { useTranslations } from 'use-intl'
import { useAskWhereToAttach } from '@/components/user-flows/attaching/attach-provider'
import type { Attachable } from '../../user-flows/attaching/use-attaching'
import { UsageMark } from '@/components/user-flows/usage/usage-mark'
import { UsagePopover } from '@/components/user-flows/usage/usage-popover'
import { useUsages } from '@/components/user-flows/usage/usage-provider'
import { useUsageText } from '../../user-flows/usage/use-usage-text'
import { usageIn } from '@/lib/domain/user-flows/connector-usage'

const useStyles = makeStyles({
  cell: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalXS,
    width: '100%',
    minWidth: 0,
  },
  attach: { flexShrink: 0, minWidth: 0 },
})

/** Where the connector of a row is used, and the button that attaches it. */
export function UsedInCell({ id, name }: Attachable) {
  const styles = useStyles()
  const usageText = useUsageText()
  const { index, isReading, mayAttach } = useUsages()
  const usage = usageIn(index, id)
  const text = usageText(usage, isReading)
  return (
    <div className={styles.cell}>
      {usage.kind === 'used' ? (
        <UsagePopover name={name} text={text} places={usage.places} />
      ) : (
        <UsageMark kind={usage.kind} text={text} />
      )}
      {mayAttach && <AttachButton id={id} name={name} />}
    </div>
  )
}

function AttachButton({ id, name }: Attachable) {
  const styles = useStyles()
  const t = useTranslations('userFlows.usage.attach')
  const ask = useAskWhereToAttach()
  const focusTarget = useRestoreFocusTarget()
  return (
    <Button
      {...focusTarget}
      size="small"
      className={styles.attach}
      aria-label={t('openLabel', { name })}
      onClick={() => {
        ask({ id, name })
      }}
    >
      {t('short')}
    </Button>
  )
}
