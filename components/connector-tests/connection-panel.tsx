'use client'

import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { Fragment } from 'react'
import { useTranslations } from 'use-intl'
import { PlainRow, PlainTable } from '@/components/grid/plain-table'
import { Fact, FactList } from '@/components/shell/basics/fact-list'
import { Moment } from '@/components/shell/time/moment'
import { useNowSeconds } from '../shell/time/use-now-seconds'
import type { ConnectorTestResult, ShownCertificate } from '@/lib/contract/connector-test'
import { daysLeft } from '@/lib/domain/expiry'
import { Section } from './section'

const useStyles = makeStyles({
  thumbprint: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
  note: { color: tokens.colorNeutralForeground2 },
  alarm: { fontWeight: tokens.fontWeightSemibold, display: 'block' },
})

type ConnectionPanelProps = { readonly tls: NonNullable<ConnectorTestResult['tls']> }

/** How the connection was protected, and by what the endpoint proved who it is. */
export function ConnectionPanel({ tls }: ConnectionPanelProps) {
  const styles = useStyles()
  const t = useTranslations('connectorTests')
  return (
    <Section title={t('tls')}>
      <FactList label={t('tls')}>
        <Fact name={t('protocol')}>
          <span>{tls.protocol}</span>
          {tls.protocol === 'TLSv1.3' && (
            <Text size={200} className={styles.note}>
              {t('tls13')}
            </Text>
          )}
        </Fact>
        <Fact name={t('cipher')}>
          <span>{tls.cipher}</span>
        </Fact>
        <Fact name={t('asksForCertificate')}>
          <span>{t(`asksForCertificateState.${answerTo(tls.asksForCertificate)}`)}</span>
        </Fact>
      </FactList>
      <Chain certificates={tls.certificates} />
    </Section>
  )
}

function answerTo(asks: boolean | null): 'yes' | 'no' | 'unknown' {
  if (asks === null) return 'unknown'
  return asks ? 'yes' : 'no'
}

function Chain({ certificates }: { readonly certificates: readonly ShownCertificate[] }) {
  const styles = useStyles()
  const t = useTranslations('connectorTests')
  if (certificates.length === 0) return null
  return (
    <PlainTable
      name={t('chain')}
      minWidth={640}
      columns={[t('subject'), t('issuer'), t('validUntil')]}
    >
      {certificates.map(({ thumbprint, subject, issuer, notAfter }) => (
        <PlainRow
          key={thumbprint}
          cells={[
            <Fragment key="subject">
              {subject}
              <div className={styles.thumbprint}>{thumbprint}</div>
            </Fragment>,
            issuer,
            <Fragment key="end">
              <Moment seconds={notAfter} />
              <Expiry notAfter={notAfter} />
            </Fragment>,
          ]}
        />
      ))}
    </PlainTable>
  )
}

/** Certificates of public authorities are renewed a month before their end. */
const soonDays = 21

function Expiry({ notAfter }: { readonly notAfter: number }) {
  const styles = useStyles()
  const t = useTranslations('connectorTests')
  const left = notAfter - useNowSeconds()
  const days = daysLeft(left)
  if (days > soonDays) return null
  return (
    <span className={styles.alarm}>{left < 0 ? t('expired') : t('expiresSoon', { days })}</span>
  )
}
