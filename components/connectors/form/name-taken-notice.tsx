'use client'

import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useWatch } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { useConnectorsRead } from '@/lib/client/use-connectors'
import type { ConnectorForm } from './values/use-connector-form'

type NameTakenNoticeProps = {
  readonly form: ConnectorForm
  /** The connector that the form is about; null for a new one. */
  readonly id: string | null
}

/** Microsoft allows it, but whoever reads the list later cannot tell the two apart. */
export function NameTakenNotice({ form, id }: NameTakenNoticeProps) {
  const t = useTranslations('connectorWork.form')
  const connectors = useConnectorsRead() ?? []
  const name = useWatch({ control: form.control, name: 'displayName' }).trim()
  const isTaken = connectors.some((other) => other.id !== id && other.displayName === name)
  if (name === '' || !isTaken) return null
  return (
    <MessageBar intent="info" layout="multiline" politeness="polite">
      <MessageBarBody role="status">{t('nameTaken')}</MessageBarBody>
    </MessageBar>
  )
}
