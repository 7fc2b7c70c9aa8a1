'use client'

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { PageLink } from '../shell/frame/page-link'
import { momentText } from '../shell/time/moment-text'
import { TimelineBar } from './timeline-bar'
import {
  shareOf,
  timelineRange,
  timelineTicks,
  type TimelineRange,
  type TimelineSpan,
} from './timeline-scale'

const nameWidth = '17rem'
const gap = tokens.spacingHorizontalM

/** By the room it has itself: it stands on pages and in dialogs. */
const narrow = '@container (max-width: 36rem)'

const forcedColors = '@media (forced-colors: active)'

const useStyles = makeStyles({
  root: { containerType: 'inline-size' },
  scroll: { maxHeight: '30rem', overflowY: 'auto' },
  plot: { position: 'relative' },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  row: {
    display: 'grid',
    gridTemplateColumns: `${nameWidth} minmax(0, 1fr)`,
    columnGap: gap,
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  axis: {
    position: 'sticky',
    '@media print': { position: 'static' },
    top: 0,
    zIndex: 1,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  axisTrack: {
    position: 'relative',
    gridColumnStart: '-2',
    height: '2.75rem',
    borderBottomWidth: tokens.strokeWidthThin,
    borderBottomStyle: 'solid',
    borderBottomColor: tokens.colorNeutralStroke1,
  },
  tickName: {
    position: 'absolute',
    top: 0,
    whiteSpace: 'nowrap',
    // Half of the names need half of the room.
    [narrow]: { ':nth-child(even)': { display: 'none' } },
  },
  // Without a width of its own, it is centred in both directions of writing.
  todayName: {
    position: 'absolute',
    bottom: '2px',
    display: 'flex',
    justifyContent: 'center',
    width: 0,
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
  lines: {
    position: 'absolute',
    insetBlock: 0,
    insetInlineEnd: 0,
    insetInlineStart: `calc(${nameWidth} + ${gap})`,
    pointerEvents: 'none',
    [narrow]: { display: 'none' },
  },
  tickLine: {
    position: 'absolute',
    insetBlock: 0,
    width: 0,
    borderInlineStartWidth: tokens.strokeWidthThin,
    borderInlineStartStyle: 'dotted',
    borderInlineStartColor: tokens.colorNeutralStroke2,
  },
  texts: { paddingBlock: tokens.spacingVerticalXS, minWidth: 0 },
  // A right-to-left name keeps its order and still begins where the others do.
  name: {
    width: 'fit-content',
    maxWidth: '100%',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    unicodeBidi: 'plaintext',
    textAlign: 'start',
  },
  dates: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  track: { position: 'relative', minHeight: '1.75rem' },
  // Within a bar of the same colour it would be lost without a margin or another colour.
  today: {
    position: 'absolute',
    insetBlock: 0,
    width: '2px',
    boxShadow: `1px 0 ${tokens.colorNeutralBackground1}, -1px 0 ${tokens.colorNeutralBackground1}`,
    backgroundColor: tokens.colorNeutralForeground1,
    [forcedColors]: { forcedColorAdjust: 'none', backgroundColor: 'Highlight' },
  },
})

/** As many rows fit without scrolling. */
const mostRowsInSight = 12

type CertificateTimelineProps = {
  readonly label: string
  readonly spans: readonly TimelineSpan[]
  /** Epoch seconds. */
  readonly now: number
}

/**
 * Spans of validity one below the other, in the order given. It is a list: each entry says in words
 * what its bar shows, so that nobody has to see the bars, their colours or their patterns.
 */
export function CertificateTimeline({ label, spans, now }: CertificateTimelineProps) {
  const styles = useStyles()
  const range = timelineRange(spans, now)
  return (
    <div className={styles.root}>
      <ScrollBox label={label} isNeeded={spans.length > mostRowsInSight}>
        <Axis range={range} now={now} />
        <div className={styles.plot}>
          <TickLines range={range} />
          <ul role="list" aria-label={label} className={styles.list}>
            {spans.map((span) => (
              <TimelineRow key={span.id} span={span} range={range} now={now} />
            ))}
          </ul>
        </div>
      </ScrollBox>
    </div>
  )
}

type ScrollBoxProps = {
  readonly label: string
  readonly isNeeded: boolean
  readonly children: ReactNode
}

/** The keyboard scrolls what has the focus, so the box can take it. */
function ScrollBox({ label, isNeeded, children }: ScrollBoxProps) {
  const styles = useStyles()
  if (!isNeeded) return children
  return (
    <div role="region" aria-label={label} tabIndex={0} className={styles.scroll}>
      {children}
    </div>
  )
}

type RangeProps = { readonly range: TimelineRange }

/** Seen only: the entries name their dates. */
function Axis({ range, now }: RangeProps & { readonly now: number }) {
  const styles = useStyles()
  const t = useTranslations('certificates.timeline')
  const nameOf = (month: Date, isFirst: boolean) => {
    const isWithYear = isFirst || month.getUTCMonth() === 0
    return momentText(month.getTime(), isWithYear ? 'monthOfYear' : 'month')
  }
  return (
    <div aria-hidden className={mergeClasses(styles.row, styles.axis)}>
      <div className={styles.axisTrack}>
        {timelineTicks(range).map(({ at, share }, index) => (
          <span
            key={share}
            className={styles.tickName}
            style={{ insetInlineStart: percent(share) }}
          >
            {share < lastNameShare && nameOf(at, index === 0)}
          </span>
        ))}
        <span
          className={styles.todayName}
          style={{ insetInlineStart: percent(shareOf(range, now)) }}
        >
          {t('today')}
        </span>
      </div>
    </div>
  )
}

/** Further on there is no room left for a name. */
const lastNameShare = 0.92

const percent = (share: number) => `${share * 100}%`

function TickLines({ range }: RangeProps) {
  const styles = useStyles()
  return (
    <div aria-hidden className={styles.lines}>
      {timelineTicks(range).map(({ share }) => (
        <div key={share} className={styles.tickLine} style={{ insetInlineStart: percent(share) }} />
      ))}
    </div>
  )
}

type TimelineRowProps = RangeProps & { readonly span: TimelineSpan; readonly now: number }

function TimelineRow({ span, range, now }: TimelineRowProps) {
  const styles = useStyles()
  const t = useTranslations('certificates.timeline')
  const dateOf = (seconds: number) => momentText(seconds * 1000, 'day')
  return (
    <li className={styles.row}>
      <div className={styles.texts}>
        <div title={span.name} className={styles.name}>
          {span.href ? <PageLink href={span.href}>{span.name}</PageLink> : span.name}
        </div>
        <div className={styles.dates}>
          {t('span', {
            tone: t(`tone.${span.tone}`),
            from: dateOf(span.notBefore),
            until: dateOf(span.notAfter),
          })}
        </div>
      </div>
      <div aria-hidden className={styles.track}>
        <TimelineBar span={span} range={range} />
        <div className={styles.today} style={{ insetInlineStart: percent(shareOf(range, now)) }} />
      </div>
    </li>
  )
}
