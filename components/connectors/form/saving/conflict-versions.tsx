'use client'

import { makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import {
  basicAuthenticationType,
  clientCertificateAuthenticationType,
} from '@/lib/contract/authentication'
import type { Connector } from '@/lib/contract/connector'
import { certificateDifference } from '@/lib/domain/connector-conflict'
import type { ConnectorField } from '@/lib/domain/connector-fields'
import { shownName } from '@/lib/domain/shown-text'
import type { ConnectorFormValues } from '../values/connector-form-values'
import { EndpointUrl } from '@/components/shell/basics/masked-url'

const useStyles = makeStyles({
  title: { margin: 0 },
  versions: {
    display: 'grid',
    gap: tokens.spacingHorizontalM,
    gridTemplateColumns: 'repeat(3, minmax(0, 1fr))',
    margin: 0,
    '@media (max-width: 640px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  label: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  value: { margin: 0, overflowWrap: 'anywhere' },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  important: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
})

type ConflictVersionsProps = {
  readonly field: ConnectorField
  readonly isConflict: boolean
  readonly opened: Connector
  readonly now: Connector
  readonly values: ConnectorFormValues
}

/** One field three times: as it was opened, as it is now, and as the form has it. */
export function ConflictVersions(props: ConflictVersionsProps) {
  const { field, isConflict, opened, now, values } = props
  const styles = useStyles()
  const t = useTranslations('connectorWork.conflict')
  return (
    <>
      <Subtitle2 as="h3" className={styles.title}>
        {t(`heading.${field}`)}
      </Subtitle2>
      <dl className={styles.versions}>
        <Version label={t('opened')}>
          <Stored field={field} connector={opened} />
        </Version>
        <Version label={t('now')}>
          <Stored field={field} connector={now} />
        </Version>
        <Version label={t('yours')}>
          {isConflict ? <Yours field={field} values={values} /> : t('untouched')}
        </Version>
      </dl>
      {field === 'authentication' && <Certificates {...{ isConflict, opened, now }} />}
    </>
  )
}

function Version({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const styles = useStyles()
  return (
    <div>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value}>{children}</dd>
    </div>
  )
}

type StoredProps = { readonly field: ConnectorField; readonly connector: Connector }

function Stored({ field, connector }: StoredProps) {
  switch (field) {
    case 'displayName':
      return shownName(connector.displayName)
    case 'targetUrl':
      return <EndpointUrl url={connector.targetUrl} />
    case 'authentication':
      return <StoredAuthentication connector={connector} />
  }
}

function StoredAuthentication({ connector }: { readonly connector: Connector }) {
  const styles = useStyles()
  const t = useTranslations('connectorWork.conflict')
  const authentication = connector.authenticationConfiguration
  switch (authentication['@odata.type']) {
    case basicAuthenticationType:
      return t('basic', { username: authentication.username ?? '–' })
    case clientCertificateAuthenticationType:
      return (
        <>
          {t('certificates', { count: authentication.certificateList.length })}
          <ul className={styles.list}>
            {authentication.certificateList.map(({ thumbprint, isActive }, index) => (
              <li key={index}>
                {isActive ? t('active', { thumbprint: thumbprint ?? '–' }) : thumbprint}
              </li>
            ))}
          </ul>
        </>
      )
    case 'unknown':
      return t('unknown')
  }
}

type YoursProps = { readonly field: ConnectorField; readonly values: ConnectorFormValues }

function Yours({ field, values }: YoursProps) {
  const t = useTranslations('connectorWork.conflict')
  if (field === 'displayName') return shownName(values.displayName)
  if (field === 'targetUrl') return <EndpointUrl url={values.targetUrl} />
  if (values.authenticationType === 'certificate') return t('certificateYours')
  return t('basicYours', { username: values.username })
}

type CertificatesProps = Pick<ConflictVersionsProps, 'isConflict' | 'opened' | 'now'>

/** Replacing the authentication would destroy what somebody has just added. */
function Certificates({ isConflict, opened, now }: CertificatesProps) {
  const styles = useStyles()
  const t = useTranslations('connectorWork.conflict')
  const { added, removed } = certificateDifference(opened, now)
  const thumbprints = added.join(', ')
  return (
    <>
      {added.length > 0 && (
        <Text className={styles.important}>
          {isConflict
            ? t('added', { count: added.length, thumbprints })
            : t('addedKept', { thumbprints })}
        </Text>
      )}
      {removed.length > 0 && (
        <Text className={styles.important}>
          {t('removed', { thumbprints: removed.join(', ') })}
        </Text>
      )}
    </>
  )
}
