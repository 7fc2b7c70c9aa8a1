/** The rows of the overview as files. */
import { useTranslations } from 'use-intl'
import { pages } from '@/lib/contract/routes'
import { toCalendar, type CertificateEntry } from '@/lib/domain/certificates-overview/calendar'
import { toCsv } from '@/lib/domain/certificates-overview/csv'
import { momentText } from '../shell/time/moment-text'
import { useGroupName } from './use-group-name'
import type { OverviewRow } from './use-overview-rows'

const addressOf = ({ connectorId }: OverviewRow) =>
  new URL(pages.connectorCertificates(connectorId), window.location.origin).href

/** The certificates that would be missed at their end, for a calendar: those that Microsoft uses now. */
export function calendarEntries(rows: readonly OverviewRow[], now: number): CertificateEntry[] {
  return rows.flatMap((row) => {
    const { certificate } = row.entry
    if (!certificate?.isActive || certificate.notAfter <= now) return []
    const { thumbprint = null, notBefore, notAfter } = certificate
    return [
      {
        connectorId: row.connectorId,
        connectorName: row.name,
        ...{ thumbprint, notBefore, notAfter },
        url: addressOf(row),
      },
    ]
  })
}

/** Texts of an .ics and of a .csv file. */
export function useOverviewExports() {
  const t = useTranslations('certificates')
  const groupName = useGroupName()
  return {
    calendar: (entries: readonly CertificateEntry[], now: number) =>
      toCalendar(entries, now, ({ connectorName, thumbprint, notAfter }) => ({
        summary: t('export.summary', {
          name: connectorName,
          day: momentText(notAfter * 1000, 'day'),
        }),
        description: t('export.description', { thumbprint: thumbprint ?? '–' }),
      })),
    csv: (rows: readonly OverviewRow[]) =>
      toCsv([
        [
          t('column.connector'),
          t('export.connectorId'),
          t('export.group'),
          t('column.state'),
          t('export.isActive'),
          t('export.notBefore'),
          t('export.notAfter'),
          t('column.thumbprint'),
        ],
        ...rows.map(({ name, connectorId, words, entry: { group, certificate } }) => [
          name,
          connectorId,
          groupName(group),
          words,
          certificate?.isActive ? t('export.yes') : t('export.no'),
          isoDate(certificate?.notBefore),
          isoDate(certificate?.notAfter),
          certificate?.thumbprint ?? '',
        ]),
      ]),
  }
}

const isoDate = (seconds?: number) =>
  seconds === undefined ? '' : new Date(seconds * 1000).toISOString()
