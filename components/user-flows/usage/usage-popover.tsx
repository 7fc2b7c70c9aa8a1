'use client'

import { Button, makeStyles, tokens, useRestoreFocusTarget } from '@fluentui/react-components'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Place } from '@/lib/domain/user-flows/user-flow'
import { UsageMark } from './usage-mark'

/** Most lists are only looked at. */
const UsagePopoverSurface = dynamic(
  () => import('./usage-popover-surface').then((module) => module.UsagePopoverSurface),
  { ssr: false },
)

const useStyles = makeStyles({
  button: {
    minWidth: 0,
    paddingInline: tokens.spacingHorizontalXS,
    marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalXS})`,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightRegular,
    overflow: 'hidden',
  },
})

type UsagePopoverProps = {
  readonly name: string
  readonly text: string
  readonly places: readonly Place[]
}

/** The words for a used connector; pressed, they tell where. The popover exists while it is open. */
export function UsagePopover({ name, text, places }: UsagePopoverProps) {
  const styles = useStyles()
  const t = useTranslations('userFlows.usage')
  const [isOpen, setIsOpen] = useState(false)
  const [target, setTarget] = useState<HTMLElement | null>(null)
  const focusTarget = useRestoreFocusTarget()
  return (
    <>
      <Button
        {...focusTarget}
        ref={setTarget}
        appearance="transparent"
        size="small"
        className={styles.button}
        aria-label={t('showPlaces', { text, name })}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => {
          setIsOpen(!isOpen)
        }}
      >
        <UsageMark kind="used" text={text} />
      </Button>
      {isOpen && <UsagePopoverSurface {...{ name, places, target }} onOpenChange={setIsOpen} />}
    </>
  )
}
