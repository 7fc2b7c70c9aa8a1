'use client'

import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useWatch } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { HostWarning } from '../../shell/basics/host-warning'
import { useSession } from '@/lib/client/session/session'
import { endpointAdvice } from '@/lib/domain/endpoint-advice'
import { targetDigestOf } from '@/lib/domain/target-digest'
import type { ConnectorForm } from './values/use-connector-form'

/** Said below the field of the endpoint URL; it holds nothing up. */
export function EndpointAdviceNotice({ form }: { readonly form: ConnectorForm }) {
  const url = useWatch({ control: form.control, name: 'targetUrl' })
  return (
    <>
      <HostWarning url={url} />
      <Advice url={url} />
    </>
  )
}

function Advice({ url }: { readonly url: string }) {
  const t = useTranslations('connectorWork.form.endpointAdvice')
  const { settings } = useSession()
  const advice = endpointAdvice(url)
  if (advice === null || settings.localTargetDigests.includes(targetDigestOf(url) ?? ''))
    return null
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{t(advice)}</MessageBarBody>
    </MessageBar>
  )
}
