'use client'

import { makeStyles, tokens } from '@fluentui/react-components'
import { useTranslations } from 'use-intl'
import { CopyButton } from '@/components/shell/basics/copy-button'
import { Fact, FactList } from '@/components/shell/basics/fact-list'
import { Moment } from '@/components/shell/time/moment'
import { useNowSeconds } from '@/components/shell/time/use-now-seconds'
import { daysLeft } from '@/lib/domain/expiry'
import type { InspectedPkcs12 } from '@/lib/domain/pkcs12/inspect-pkcs12'

const useStyles = makeStyles({
  details: { marginTop: tokens.spacingVerticalS },
  summary: { cursor: 'pointer', paddingBlock: tokens.spacingVerticalXS },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
})

type InspectionProps = { readonly inspection: InspectedPkcs12 }

/** The facts of a certificate file that matter before it is used. */
export function CertificateFactList({ inspection }: InspectionProps) {
  const styles = useStyles()
  const t = useTranslations('connectorWork.file')
  const copy = useTranslations('connectors')
  const { leaf, isSelfSigned, key, protection } = inspection
  return (
    <section aria-label={t('title')}>
      <FactList label={t('title')}>
        <Fact name={t('subject')}>
          <span>{leaf.subject}</span>
        </Fact>
        <Fact name={t('issuer')}>
          <span>{isSelfSigned ? t('selfSigned') : leaf.issuer}</span>
        </Fact>
        <Validity inspection={inspection} />
        <Fact name={t('thumbprint')}>
          <code>{leaf.thumbprint}</code>
          <CopyButton text={leaf.thumbprint} what={copy('copyThumbprint')} />
        </Fact>
        <Fact name={t('key')}>
          <span>
            {key.bits === null ? key.type : t('keyOf', { type: key.type, bits: String(key.bits) })}
          </span>
        </Fact>
        <Fact name={t('encryption')}>
          <span>{protection.algorithms.join(', ') || t('notEncrypted')}</span>
        </Fact>
      </FactList>
      <details className={styles.details}>
        <summary className={styles.summary}>{t('more')}</summary>
        <MoreFacts inspection={inspection} />
      </details>
    </section>
  )
}

function Validity({ inspection: { leaf } }: InspectionProps) {
  const t = useTranslations('connectorWork.file')
  const now = useNowSeconds()
  const days = daysLeft(leaf.notAfter - now)
  return (
    <Fact name={t('validity')}>
      <span>
        {t.rich('validFromTo', {
          from: () => <Moment seconds={leaf.notBefore} />,
          to: () => <Moment seconds={leaf.notAfter} />,
        })}{' '}
        {leaf.notBefore <= now && now <= leaf.notAfter && t('daysLeft', { days })}
      </span>
    </Fact>
  )
}

function MoreFacts({ inspection: { leaf, chain, protection } }: InspectionProps) {
  const styles = useStyles()
  const t = useTranslations('connectorWork.file')
  const isSaid = (names: readonly string[]) => names.join(', ') || t('notSaid')
  return (
    <FactList label={t('more')}>
      <Fact name={t('sha256')}>
        <code>{leaf.sha256}</code>
      </Fact>
      <Fact name={t('serialNumber')}>
        <code>{leaf.serialNumber}</code>
      </Fact>
      <Fact name={t('keyUsage')}>
        <span>{isSaid(leaf.keyUsage)}</span>
      </Fact>
      <Fact name={t('extendedKeyUsage')}>
        <span>{isSaid(leaf.extendedKeyUsage)}</span>
      </Fact>
      <Fact name={t('checksum')}>
        <span>{protection.mac ?? t('noChecksum')}</span>
      </Fact>
      <Fact name={t('chain')}>
        {chain.length === 0 ? (
          <span>{t('noChain')}</span>
        ) : (
          <ol className={styles.list}>
            {chain.map(({ sha256, subject }) => (
              <li key={sha256}>{subject}</li>
            ))}
          </ol>
        )}
      </Fact>
    </FactList>
  )
}
