'use client'

import {
  Badge,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  tokens,
} from '@fluentui/react-components'
import { useTranslations } from 'use-intl'
import { CertificateTimeline } from '@/components/certificates/timeline'
import { CopyButton } from '@/components/shell/basics/copy-button'
import { Moment } from '@/components/shell/basics/moment'
import { useNowSeconds } from '@/components/shell/basics/now'
import {
  clientCertificateAuthenticationType,
  isReadable,
  type ListedCertificate,
} from '@/lib/contract/authentication'
import type { Connector } from '@/lib/contract/connector'
import { certificatePhase, type CertificatePhase } from '@/lib/domain/certificate-state'
import { certificateSpans } from '@/components/certificates/certificate-spans'

const useStyles = makeStyles({
  full: { display: 'grid', gap: tokens.spacingVerticalXL, gridTemplateColumns: 'minmax(0, 1fr)' },
  scroll: { overflowX: 'auto' },
  table: { minWidth: '720px' },
  thumbprint: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' },
  cell: { paddingBlock: tokens.spacingVerticalS },
  wide: { width: '45%' },
})

const badgeColor = {
  active: 'success',
  standby: 'informative',
  expired: 'danger',
  waiting: 'warning',
} as const satisfies Record<CertificatePhase, string>

/** The certificates of a connector as the service knows them. */
export function CertificateList({ connector }: { readonly connector: Connector }) {
  const t = useTranslations('connectors.certificates')
  const authentication = connector.authenticationConfiguration
  if (authentication['@odata.type'] !== clientCertificateAuthenticationType) {
    return <p>{t('notUsed')}</p>
  }
  const certificates = authentication.certificateList
  return (
    <>
      {!certificates.some(({ isActive }) => isActive) && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{t('noActive')}</MessageBarBody>
        </MessageBar>
      )}
      <p>{t('rule')}</p>
      {certificates.length === 0 ? (
        <p>{t('none')}</p>
      ) : (
        <CertificatesInFull certificates={certificates} />
      )}
    </>
  )
}

type CertificatesProps = { readonly certificates: readonly ListedCertificate[] }

function CertificatesInFull({ certificates }: CertificatesProps) {
  const styles = useStyles()
  const t = useTranslations('connectors.certificates')
  const now = useNowSeconds()
  return (
    <div className={styles.full}>
      <CertificateTimeline
        label={t('timeline')}
        spans={certificateSpans(certificates.filter(isReadable), now)}
        now={now}
      />
      <CertificateTable certificates={certificates} />
    </div>
  )
}

function CertificateTable({ certificates }: CertificatesProps) {
  const styles = useStyles()
  const t = useTranslations('connectors.certificates')
  return (
    <div className={styles.scroll} role="region" aria-label={t('title')} tabIndex={0}>
      <Table aria-label={t('title')} className={styles.table}>
        <TableHeader>
          <TableRow>
            <TableHeaderCell className={styles.wide}>{t('thumbprint')}</TableHeaderCell>
            <TableHeaderCell>{t('validFrom')}</TableHeaderCell>
            <TableHeaderCell>{t('validUntil')}</TableHeaderCell>
            <TableHeaderCell>{t('state')}</TableHeaderCell>
          </TableRow>
        </TableHeader>
        <TableBody>
          {certificates.map((certificate, index) => (
            <CertificateRow key={index} certificate={certificate} />
          ))}
        </TableBody>
      </Table>
    </div>
  )
}

function CertificateRow({ certificate }: { readonly certificate: ListedCertificate }) {
  const styles = useStyles()
  const t = useTranslations('connectors')
  const thumbprint = certificate.thumbprint ?? ''
  return (
    <TableRow>
      <TableCell className={styles.cell}>
        <span className={styles.thumbprint}>{thumbprint}</span>
        <CopyButton text={thumbprint} what={t('copyThumbprint')} />
      </TableCell>
      <TableCell>
        <DateOrDoubt seconds={certificate.notBefore} />
      </TableCell>
      <TableCell>
        <DateOrDoubt seconds={certificate.notAfter} />
      </TableCell>
      <TableCell>
        <PhaseBadge certificate={certificate} />
      </TableCell>
    </TableRow>
  )
}

function DateOrDoubt({ seconds }: { readonly seconds: number | null }) {
  const t = useTranslations('connectors.certificates')
  return seconds === null ? t('unreadableDate') : <Moment seconds={seconds} />
}

function PhaseBadge({ certificate }: { readonly certificate: ListedCertificate }) {
  const t = useTranslations('connectors.certificates')
  const now = useNowSeconds()
  if (!isReadable(certificate)) {
    return (
      <Badge appearance="tint" color="warning">
        {certificate.isActive ? `${t('phase.active')}, ${t('unreadable')}` : t('unreadable')}
      </Badge>
    )
  }
  const phase = certificatePhase(certificate, now)
  return (
    <Badge appearance="tint" color={badgeColor[phase]}>
      {t(`phase.${phase}`)}
    </Badge>
  )
}
