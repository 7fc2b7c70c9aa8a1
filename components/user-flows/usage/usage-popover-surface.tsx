'use client'

import { makeStyles, Popover, PopoverSurface } from '@fluentui/react-components'
import { useTranslations } from 'use-intl'
import type { Place } from '@/lib/domain/user-flows/user-flow'
import { UsagePlaces } from './usage-places'

const useStyles = makeStyles({
  surface: { maxWidth: 'min(480px, 92vw)', maxHeight: '60vh', overflowY: 'auto' },
})

type UsagePopoverSurfaceProps = {
  readonly name: string
  readonly places: readonly Place[]
  /** The button below which it opens. */
  readonly target: HTMLElement | null
  readonly onOpenChange: (isOpen: boolean) => void
}

/** Where a connector is used, beside the button that told how often. */
export function UsagePopoverSurface(props: UsagePopoverSurfaceProps) {
  const { name, places, target, onOpenChange } = props
  const styles = useStyles()
  const t = useTranslations('userFlows.usage')
  return (
    <Popover
      open
      trapFocus
      withArrow
      positioning={{ target, position: 'below', align: 'start' }}
      onOpenChange={(_event, { open }) => {
        onOpenChange(open)
      }}
    >
      <PopoverSurface aria-label={t('places', { name })} className={styles.surface}>
        <UsagePlaces places={places} />
      </PopoverSurface>
    </Popover>
  )
}
