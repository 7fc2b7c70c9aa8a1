'use client'

import { Link, Text } from '@fluentui/react-components'
import { useTranslations } from 'use-intl'
import { Empty } from './empty'

/** Microsoft's page about what an external tenant calls while somebody signs up. */
const readOn = 'https://learn.microsoft.com/en-us/entra/identity-platform/custom-extension-overview'

/** Stands where connectors or user flows would be, in a tenant that has neither. */
export function ExternalTenant() {
  const t = useTranslations('problems.externalTenant')
  return (
    <Empty title={t('title')} body={t('body')}>
      <Text>{t('next')}</Text>
      <Link href={readOn} target="_blank" rel="noreferrer" inline>
        {t('readOn')}
      </Link>
    </Empty>
  )
}
