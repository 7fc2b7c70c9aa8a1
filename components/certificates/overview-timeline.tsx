'use client'

import { Caption1 } from '@fluentui/react-components'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { pages } from '@/lib/contract/routes'
import { certificatePhase } from '@/lib/domain/certificate-state'
import type { OverviewRow } from './use-overview-rows'
import { CertificateTimeline } from './timeline'
import type { TimelineSpan } from './timeline-scale'

/** More bars take long to draw, and nobody compares them by eye; the grid holds all rows. */
const mostSpans = 200

type OverviewTimelineProps = { readonly rows: readonly OverviewRow[]; readonly now: number }

/** The rows that have dates, in their order. */
export function OverviewTimeline({ rows, now }: OverviewTimelineProps) {
  const t = useTranslations('certificates.timeline')
  const spans = useMemo(() => rows.flatMap((row) => spansOf(row, now)), [rows, now])
  if (spans.length === 0) return null
  return (
    <div>
      <CertificateTimeline label={t('title')} spans={spans.slice(0, mostSpans)} now={now} />
      {spans.length > mostSpans && <Caption1>{t('first', { count: mostSpans })}</Caption1>}
    </div>
  )
}

function spansOf({ id, connectorId, name, entry }: OverviewRow, now: number): TimelineSpan[] {
  const { certificate, group } = entry
  if (!certificate) return []
  const { notBefore, notAfter } = certificate
  const tone = group === 'expired' ? group : certificatePhase(certificate, now)
  const href = pages.connectorCertificates(connectorId)
  return [{ id, name, href, notBefore, notAfter, tone }]
}
