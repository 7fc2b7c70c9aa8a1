'use client'

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useTranslations } from 'use-intl'
import type { Stage, StageName } from '@/lib/contract/connector-test'
import { timeLimits } from '@/lib/domain/connector-tests/time-bands'

const stripes = (angle: string, step: string) =>
  `repeating-linear-gradient(${angle}, currentColor 0 2px, transparent 2px ${step})`

const forcedColors = '@media (forced-colors: active)'

/** Each stage has a pattern of its own, drawn in its colour; forced colours leave the pattern. */
const useStyles = makeStyles({
  track: {
    position: 'relative',
    display: 'flex',
    height: '20px',
    overflow: 'hidden',
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  part: {
    minWidth: '3px',
    height: '100%',
    [forcedColors]: { forcedColorAdjust: 'none', color: 'CanvasText' },
  },
  swatch: {
    flexShrink: 0,
    width: '14px',
    height: '14px',
    border: `${tokens.strokeWidthThin} solid currentColor`,
    borderRadius: tokens.borderRadiusSmall,
    [forcedColors]: { forcedColorAdjust: 'none', color: 'CanvasText' },
  },
  dns: { color: tokens.colorPaletteTealForeground2, backgroundImage: stripes('90deg', '4px') },
  tcp: { color: tokens.colorPaletteBerryForeground2, backgroundImage: stripes('45deg', '7px') },
  tls: { color: tokens.colorPaletteMarigoldForeground2, backgroundImage: stripes('0deg', '4px') },
  clientCertificate: {
    color: tokens.colorPalettePurpleForeground2,
    backgroundImage: stripes('-45deg', '7px'),
  },
  waiting: { color: tokens.colorBrandForeground1, backgroundColor: 'currentColor' },
  download: {
    color: tokens.colorPaletteGreenForeground2,
    backgroundImage: 'radial-gradient(currentColor 1px, transparent 1.5px)',
    backgroundSize: '5px 5px',
  },
  scale: { position: 'relative', height: '68px' },
  limits: { position: 'absolute', insetInline: 0, top: 0 },
  spent: { height: '100%' },
  good: { backgroundColor: tokens.colorStatusSuccessBorderActive },
  long: { backgroundColor: tokens.colorStatusWarningBorderActive },
  over: { backgroundColor: tokens.colorStatusDangerBorderActive },
  forced: { [forcedColors]: { forcedColorAdjust: 'none', backgroundColor: 'Highlight' } },
  tick: {
    position: 'absolute',
    top: 0,
    height: '26px',
    paddingInlineStart: tokens.spacingHorizontalXXS,
    borderInlineStartWidth: '2px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorNeutralForeground1,
  },
  tickName: {
    position: 'absolute',
    whiteSpace: 'nowrap',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    insetInlineEnd: 0,
    paddingInlineEnd: tokens.spacingHorizontalXS,
  },
})

export function StageSwatch({ name }: { readonly name: StageName }) {
  const styles = useStyles()
  return <span aria-hidden className={mergeClasses(styles.swatch, styles[name])} />
}

/** The stages end to end, as long as they took. */
export function StagesBar({ stages }: { readonly stages: readonly Stage[] }) {
  const styles = useStyles()
  return (
    <div aria-hidden className={styles.track}>
      {stages.map(({ name, ms }) => (
        <div
          key={name}
          className={mergeClasses(styles.part, styles[name])}
          style={{ flexGrow: Math.max(ms, 0.01), flexBasis: 0 }}
        />
      ))}
    </div>
  )
}

const limitNames = ['userFlow', 'customPolicy', 'documented'] as const

/** The whole time against the documented limits, on a scale that gives the first seconds more room. */
export function LimitsBar({ totalMs }: { readonly totalMs: number }) {
  const styles = useStyles()
  const t = useTranslations('connectorTests')
  const end = Math.max(totalMs, timeLimits.documented * 1.1)
  const place = (ms: number) => `${Math.sqrt(Math.min(ms, end) / end) * 100}%`
  return (
    <div aria-hidden className={styles.scale}>
      <div className={mergeClasses(styles.track, styles.limits)}>
        <div
          className={mergeClasses(styles.spent, styles[toneOf(totalMs)], styles.forced)}
          style={{ width: place(totalMs) }}
        />
      </div>
      {limitNames.map((name, index) => (
        <span
          key={name}
          className={styles.tick}
          style={{ insetInlineStart: place(timeLimits[name]) }}
        >
          <span className={styles.tickName} style={{ top: `${22 + index * 15}px` }}>
            {t(`limit.${name}`)}
          </span>
        </span>
      ))}
    </div>
  )
}

function toneOf(ms: number): 'good' | 'long' | 'over' {
  if (ms > timeLimits.userFlow) return 'over'
  return ms > timeLimits.advice ? 'long' : 'good'
}
