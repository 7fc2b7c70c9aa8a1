'use client'

import { Button, makeStyles, tokens, useRestoreFocusTarget } from '@fluentui/react-components'
import { useState, type ComponentProps } from 'react'
import { useTranslations } from 'use-intl'
import { fetched } from '@/components/shell/fetching/fetched'
import { FetchedDialog } from '@/components/shell/dialogs/fetched-dialog'
import type { Place } from '@/lib/domain/user-flows/user-flow'
import { UsageMark } from './usage-mark'
import type { UsagePopoverSurface } from './usage-popover-surface'

/** Most lists are only looked at. */
const surface = fetched<ComponentProps<typeof UsagePopoverSurface>>(() =>
  import('./usage-popover-surface').then((loaded) => loaded.UsagePopoverSurface),
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
      {isOpen && (
        <FetchedDialog
          part={surface}
          props={{ name, places, target, onOpenChange: setIsOpen }}
          onClose={() => {
            setIsOpen(false)
          }}
        />
      )}
    </>
  )
}
