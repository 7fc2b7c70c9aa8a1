'use client'

import { Badge, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components'
import { Fragment } from 'react'
import { useTranslations } from 'use-intl'
import { Stack } from '@/components/shell/basics/stack'
import { PlainRow, PlainTable } from '@/components/grid/plain-table'
import { CertificateTimeline } from '@/components/certificates/timeline'
import { CopyButton } from '@/components/shell/basics/copy-button'
import { Moment } from '@/components/shell/time/moment'
import { useNowSeconds } from '@/components/shell/time/use-now-seconds'
import {
  clientCertificateAuthenticationType,
  isReadable,
  type ListedCertificate,
} from '@/lib/contract/authentication'
import type { Connector } from '@/lib/contract/connector'
import { certificatePhase, type CertificatePhase } from '@/lib/domain/certificate-state'
import { certificateSpans } from '@/components/certificates/certificate-spans'

const useStyles = makeStyles({
  thumbprint: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' },
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
  const t = useTranslations('connectors.certificates')
  const now = useNowSeconds()
  return (
    <Stack gap="XL">
      <CertificateTimeline
        label={t('timeline')}
        spans={certificateSpans(certificates.filter(isReadable), now)}
        now={now}
      />
      <CertificateTable certificates={certificates} />
    </Stack>
  )
}

function CertificateTable({ certificates }: CertificatesProps) {
  const t = useTranslations('connectors.certificates')
  return (
    <PlainTable
      name={t('title')}
      minWidth={720}
      size="medium"
      columns={[
        { title: t('thumbprint'), width: '45%' },
        t('validFrom'),
        t('validUntil'),
        t('state'),
      ]}
    >
      {certificates.map((certificate, index) => (
        <CertificateRow key={index} certificate={certificate} />
      ))}
    </PlainTable>
  )
}

function CertificateRow({ certificate }: { readonly certificate: ListedCertificate }) {
  const styles = useStyles()
  const t = useTranslations('connectors')
  const thumbprint = certificate.thumbprint ?? ''
  return (
    <PlainRow
      cells={[
        <Fragment key="thumbprint">
          <span className={styles.thumbprint}>{thumbprint}</span>
          <CopyButton text={thumbprint} what={t('copyThumbprint')} />
        </Fragment>,
        <DateOrDoubt key="from" seconds={certificate.notBefore} />,
        <DateOrDoubt key="until" seconds={certificate.notAfter} />,
        <PhaseBadge key="state" certificate={certificate} />,
      ]}
    />
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
