'use client'

import { makeStyles, mergeClasses, shorthands, tokens } from '@fluentui/react-components'
import { placeOf, type TimelineRange, type TimelineSpan } from './timeline-scale'

const stripes = (angle: string, step: string) =>
  `repeating-linear-gradient(${angle}, currentColor 0 2px, transparent 2px ${step})`

const forcedColors = '@media (forced-colors: active)'

/** Each tone has a pattern of its own, drawn in its colour; forced colours leave the pattern. */
const useStyles = makeStyles({
  bar: {
    position: 'absolute',
    insetBlock: 0,
    marginBlock: 'auto',
    height: '14px',
    border: `${tokens.strokeWidthThin} solid currentColor`,
    borderRadius: tokens.borderRadiusMedium,
    [forcedColors]: { forcedColorAdjust: 'none', color: 'CanvasText' },
  },
  active: { color: tokens.colorStatusSuccessForeground1, backgroundColor: 'currentColor' },
  new: { color: tokens.colorBrandForeground1, backgroundImage: stripes('90deg', '4px') },
  standby: {
    color: tokens.colorStatusSuccessForeground1,
    backgroundImage: stripes('45deg', '7px'),
  },
  waiting: {
    color: tokens.colorStatusWarningForeground1,
    ...shorthands.borderStyle('dashed'),
    backgroundImage: 'radial-gradient(currentColor 1px, transparent 1.5px)',
    backgroundSize: '6px 6px',
  },
  expired: { color: tokens.colorNeutralForeground3 },
  gap: {
    color: tokens.colorStatusDangerForeground1,
    ...shorthands.borderStyle('dashed'),
    backgroundImage: `${stripes('45deg', '7px')}, ${stripes('-45deg', '7px')}`,
  },
  cutAtStart: {
    borderInlineStartStyle: 'none',
    borderStartStartRadius: 0,
    borderEndStartRadius: 0,
  },
  cutAtEnd: { borderInlineEndStyle: 'none', borderStartEndRadius: 0, borderEndEndRadius: 0 },
})

type TimelineBarProps = { readonly span: TimelineSpan; readonly range: TimelineRange }

/** Where a span goes on beyond the timeline, its bar has no end. */
export function TimelineBar({ span, range }: TimelineBarProps) {
  const styles = useStyles()
  const { start, length, isCutAtStart, isCutAtEnd } = placeOf(span, range)
  return (
    <div
      className={mergeClasses(
        styles.bar,
        styles[span.tone],
        isCutAtStart && styles.cutAtStart,
        isCutAtEnd && styles.cutAtEnd,
      )}
      style={{ insetInlineStart: `${start * 100}%`, width: `${length * 100}%` }}
    />
  )
}
