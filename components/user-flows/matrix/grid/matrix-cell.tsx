'use client'

import {
  createFocusOutlineStyle,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components'
import { ArrowUndoRegular, EditRegular } from '@fluentui/react-icons'
import { useTranslations } from 'use-intl'
import { PageLink } from '@/components/shell/frame/page-link'
import { pages } from '@/lib/contract/routes'
import type { PendingChange } from '@/lib/domain/user-flows/pending-changes'
import type { Place } from '@/lib/domain/user-flows/user-flow'
import type { StepContent } from '@/lib/domain/user-flows/place'
import { Becoming } from '../../changes/becoming'
import { useMatrixStyles } from './use-matrix-styles'

const useStyles = makeStyles({
  pending: {
    borderInlineStartWidth: tokens.strokeWidthThicker,
    borderInlineStartColor: tokens.colorCompoundBrandStroke,
  },
  target: {
    outline: `${tokens.strokeWidthThick} dashed ${tokens.colorCompoundBrandStroke}`,
    outlineOffset: '-3px',
  },
  content: { display: 'flex', alignItems: 'start', gap: tokens.spacingHorizontalXS },
  names: { flexGrow: 1, minWidth: 0, paddingBlock: tokens.spacingVerticalXXS },
  name: {
    display: 'block',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    unicodeBidi: 'plaintext',
    textAlign: 'start',
  },
  // Plain buttons: there are hundreds of them.
  button: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    flexShrink: 0,
    width: '28px',
    height: '28px',
    padding: 0,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase400,
    cursor: 'pointer',
    ':hover': {
      backgroundColor: tokens.colorSubtleBackgroundHover,
      color: tokens.colorNeutralForeground2BrandHover,
    },
    ...createFocusOutlineStyle(),
  },
})

export type CellDeeds = {
  /** Opens the picker for the step. */
  readonly onChange: (place: Place) => void
  /** Forgets the change that was picked for the step. */
  readonly onRemove: (place: Place) => void
}

type MatrixCellProps = CellDeeds & {
  readonly place: Place
  readonly present: StepContent
  readonly change: PendingChange | undefined
  readonly nameOf: (content: StepContent) => string
  /** Whether a link has led here. */
  readonly isTarget: boolean
}

/** The connector of a step, the one that is to replace it, and the button that changes it. */
export function MatrixCell(props: MatrixCellProps) {
  const { place, present, change, nameOf, isTarget } = props
  const styles = useStyles()
  const shared = useMatrixStyles()
  return (
    <td
      aria-current={isTarget || undefined}
      data-place={`${place.flowId}/${place.step}`}
      className={mergeClasses(shared.cell, change && styles.pending, isTarget && styles.target)}
    >
      <div className={styles.content}>
        <div className={styles.names}>
          {change ? (
            <Becoming before={nameOf(change.before)} after={nameOf(change.after)} isShort />
          ) : (
            <Present content={present} nameOf={nameOf} />
          )}
        </div>
        <CellButtons {...props} />
      </div>
    </td>
  )
}

type PresentProps = { readonly content: StepContent } & Pick<MatrixCellProps, 'nameOf'>

function Present({ content, nameOf }: PresentProps) {
  const styles = useStyles()
  if (!content) return '–'
  const name = nameOf(content)
  return (
    <PageLink
      href={pages.connector(content.id)}
      title={name}
      data-stop="link"
      tabIndex={-1}
      className={styles.name}
    >
      {name}
    </PageLink>
  )
}

function CellButtons({ place, change, onChange, onRemove }: MatrixCellProps) {
  const styles = useStyles()
  const t = useTranslations('userFlows')
  const where = { flow: place.flowId, step: t(`step.${place.step}`) }
  return (
    <>
      <button
        type="button"
        aria-label={t('change', where)}
        title={t('changeTitle')}
        aria-haspopup="dialog"
        data-stop="change"
        tabIndex={-1}
        className={styles.button}
        onClick={() => {
          onChange(place)
        }}
      >
        <EditRegular />
      </button>
      {change && (
        <button
          type="button"
          aria-label={t('remove', where)}
          title={t('removeTitle')}
          data-stop="remove"
          tabIndex={-1}
          className={styles.button}
          onClick={({ currentTarget }) => {
            // This button goes with the change.
            currentTarget.parentElement?.querySelector<HTMLElement>('[data-stop="change"]')?.focus()
            onRemove(place)
          }}
        >
          <ArrowUndoRegular />
        </button>
      )}
    </>
  )
}
