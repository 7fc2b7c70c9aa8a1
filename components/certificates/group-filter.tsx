'use client'

import { makeStyles, ToggleButton, tokens } from '@fluentui/react-components'
import { useTranslations } from 'use-intl'
import { entryGroups, type EntryGroup } from '@/lib/domain/certificates-overview/overview-entry'
import { useGroupName } from './use-group-name'
import type { OverviewRow } from './use-overview-rows'

const useStyles = makeStyles({
  groups: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    marginBottom: tokens.spacingVerticalM,
  },
})

type GroupFilterProps = {
  readonly rows: readonly OverviewRow[]
  readonly chosen: readonly EntryGroup[]
  readonly onChange: (chosen: EntryGroup[]) => void
}

/** How many entries are in each group; pressed, only those of the pressed ones are shown. */
export function GroupFilter({ rows, chosen, onChange }: GroupFilterProps) {
  const styles = useStyles()
  const t = useTranslations('certificates')
  const groupName = useGroupName()
  const isChosen = (group: EntryGroup) => chosen.includes(group)
  const toggled = (group: EntryGroup) =>
    entryGroups.filter((other) => isChosen(other) !== (other === group))
  // Almost nobody has one that cannot be read.
  const shown = entryGroups.filter(
    (group) => group !== 'unreadable' || rows.some(({ entry }) => entry.group === group),
  )
  return (
    <div role="group" aria-label={t('filter')} className={styles.groups}>
      {shown.map((group) => (
        <ToggleButton
          key={group}
          size="small"
          checked={isChosen(group)}
          onClick={() => {
            onChange(toggled(group))
          }}
        >
          {t('groupCount', {
            group: groupName(group),
            count: rows.filter(({ entry }) => entry.group === group).length,
          })}
        </ToggleButton>
      ))}
    </div>
  )
}
