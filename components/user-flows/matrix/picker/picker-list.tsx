'use client'

import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { CheckmarkRegular } from '@fluentui/react-icons'
import { useTranslations } from 'use-intl'
import type { PickerOption } from './use-picker-options'

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    maxHeight: '40vh',
    overflowY: 'auto',
  },
  option: {
    display: 'flex',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  active: {
    outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
    outlineOffset: '-2px',
  },
  mark: { width: '20px', flexShrink: 0, fontSize: tokens.fontSizeBase400 },
  texts: { minWidth: 0 },
  name: {
    display: 'block',
    overflowWrap: 'anywhere',
    unicodeBidi: 'plaintext',
    textAlign: 'start',
  },
  endpoint: {
    display: 'block',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground2,
  },
})

type PickerListProps = {
  readonly listId: string
  readonly options: readonly PickerOption[]
  /** The index that the arrow keys have come to. */
  readonly active: number
  readonly chosenId: string | null
  readonly onPick: (option: PickerOption) => void
}

/** For the option that the arrow keys have come to. */
const scrollToSight = (option: HTMLElement | null) => option?.scrollIntoView({ block: 'nearest' })

/** The options of the picker. */
export function PickerList({ listId, options, active, chosenId, onPick }: PickerListProps) {
  const styles = useStyles()
  const t = useTranslations('userFlows.picker')
  return (
    <ul id={listId} role="listbox" aria-label={t('list')} className={styles.list}>
      {options.map((option, index) => (
        <li
          key={option.id}
          ref={index === active ? scrollToSight : undefined}
          id={`${listId}-${index}`}
          role="option"
          aria-selected={option.id === chosenId}
          className={mergeClasses(styles.option, index === active && styles.active)}
          onClick={() => onPick(option)}
        >
          <OptionTexts option={option} isChosen={option.id === chosenId} />
        </li>
      ))}
    </ul>
  )
}

type OptionTextsProps = { readonly option: PickerOption; readonly isChosen: boolean }

function OptionTexts({ option, isChosen }: OptionTextsProps) {
  const styles = useStyles()
  const t = useTranslations('userFlows.picker')
  return (
    <>
      <span className={styles.mark}>{isChosen && <CheckmarkRegular aria-hidden />}</span>
      <span className={styles.texts}>
        <span className={styles.name}>{option.name}</span>
        {option.endpoint && (
          <Text size={200} className={styles.endpoint}>
            {option.endpoint}
          </Text>
        )}
        {option.isPresent && <Text size={200}>{t('present')}</Text>}
      </span>
    </>
  )
}
