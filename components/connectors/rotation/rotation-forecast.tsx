'use client'

import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { useTranslations } from 'use-intl'
import { momentText } from '@/components/shell/time/moment-text'
import { CertificateTimeline } from '@/components/certificates/timeline'
import type { TimelineSpan } from '@/components/certificates/timeline-scale'
import { CopyButton } from '@/components/shell/basics/copy-button'
import { Fact, FactList } from '@/components/shell/basics/fact-list'
import type { Certificate } from '@/lib/contract/authentication'
import type { Rotation, RotationForecast } from '@/lib/domain/certificate-rotation'
import { certificateSpans } from '@/components/certificates/certificate-spans'

const useStyles = makeStyles({
  forecast: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    gridTemplateColumns: 'minmax(0, 1fr)',
  },
  title: { margin: 0 },
  sentences: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  danger: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
})

type ForecastProps = { readonly rotation: Rotation; readonly forecast: RotationForecast }

/** The effect of an upload, in words and as a picture. */
export function RotationForecastView({ rotation, forecast }: ForecastProps) {
  const styles = useStyles()
  const t = useTranslations('connectorWork.forecast')
  const { candidate, now } = rotation
  const former = forecast.formerlyActive?.thumbprint
  return (
    <section aria-label={t('title')} className={styles.forecast}>
      <Text as="h3" weight="semibold" className={styles.title}>
        {t('title')}
      </Text>
      <Sentences rotation={rotation} forecast={forecast} />
      <CertificateTimeline label={t('timeline')} spans={useSpans(rotation, forecast)} now={now} />
      {former && !forecast.isDuplicate && (
        <>
          <Text>{t('accept')}</Text>
          <FactList label={t('accept')}>
            <Thumbprint name={t('acceptNew')} thumbprint={candidate.thumbprint} />
            <Thumbprint name={t('acceptFormer')} thumbprint={former} />
          </FactList>
        </>
      )}
    </section>
  )
}

function Thumbprint({ name, thumbprint }: { readonly name: string; readonly thumbprint: string }) {
  const t = useTranslations('connectors')
  return (
    <Fact name={name}>
      <code>{thumbprint}</code>
      <CopyButton text={thumbprint} what={t('copyThumbprint')} />
    </Fact>
  )
}

function Sentences({ rotation, forecast }: ForecastProps) {
  const styles = useStyles()
  const t = useTranslations('connectorWork.forecast')
  const moment = (seconds: number) => momentText(seconds * 1000, 'zoned')
  const { mode, present } = rotation
  const isRemoving = mode === 'replace' && present.length > 0
  return (
    <ul className={styles.sentences}>
      <li className={mergeClasses(forecast.effect === 'expired' && styles.danger)}>
        {useEffectSentence(rotation, forecast)}
      </li>
      {forecast.isOlder && <li>{t('older')}</li>}
      {forecast.gaps.map(({ from, until }) => (
        <li key={from} className={styles.danger}>
          {t('gap', { from: moment(from), until: moment(until) })}
        </li>
      ))}
      {isRemoving && <li className={styles.danger}>{t('replaced', { count: present.length })}</li>}
      {!isRemoving && forecast.effect === 'active' && forecast.formerlyActive && (
        <li>{t('back')}</li>
      )}
    </ul>
  )
}

function useEffectSentence({ candidate }: Rotation, forecast: RotationForecast): string {
  const t = useTranslations('connectorWork.forecast')
  const start = momentText(candidate.notBefore * 1000, 'zoned')
  const former = forecast.formerlyActive?.thumbprint
  switch (forecast.effect) {
    case 'expired':
      return t('expired')
    case 'scheduled':
      return t(forecast.isDuplicate ? 'scheduledAgain' : 'scheduled', { start })
    case 'active':
      if (forecast.isDuplicate) return t('activeAgain')
      return former ? t('activeInstead', { thumbprint: former }) : t('active')
  }
}

const asIdle = (certificate: Certificate): Certificate => ({ ...certificate, isActive: false })

/** The certificates that stay, the new one, and where none is valid. */
function useSpans(
  { present, candidate, mode, now }: Rotation,
  { gaps, effect }: RotationForecast,
): TimelineSpan[] {
  const t = useTranslations('connectorWork.forecast')
  const isOther = (thumbprint: string | null | undefined) =>
    thumbprint?.toUpperCase() !== candidate.thumbprint
  const kept = mode === 'replace' ? [] : present.filter(({ thumbprint }) => isOther(thumbprint))
  const afterUpload = effect === 'active' ? kept.map(asIdle) : kept
  return [
    ...certificateSpans(afterUpload, now),
    ...gaps.map(({ from, until }, index) => ({
      id: `gap ${index}`,
      name: t('gapName'),
      notBefore: from,
      notAfter: until,
      tone: 'gap' as const,
    })),
    {
      id: 'new',
      name: t('newName', { thumbprint: candidate.thumbprint }),
      notBefore: candidate.notBefore,
      notAfter: candidate.notAfter,
      tone: 'new' as const,
    },
  ]
}
