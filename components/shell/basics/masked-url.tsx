'use client'

import { Button } from '@fluentui/react-components'
import { EyeOffRegular, EyeRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Hint } from '../popups/hint'
import { CopyButton } from './copy-button'
import { HostWarning } from './host-warning'
import { hasUrlSecrets, maskUrlSecrets } from '@/lib/domain/endpoint-url'
import { spelledOut } from '@/lib/domain/shown-text'

type EndpointUrlProps = { readonly url: string; readonly canBeCopied?: boolean }

/** An endpoint URL with the values of its query hidden until somebody asks for them; so they are in a copy. */
export function EndpointUrl({ url, canBeCopied = false }: EndpointUrlProps) {
  const t = useTranslations('connectors')
  const [isShown, setIsShown] = useState(false)
  const text = isShown ? url : maskUrlSecrets(url)
  return (
    <>
      <span>{spelledOut(text)}</span>
      {canBeCopied && <CopyButton text={text} what={t('copyEndpoint')} />}
      {hasUrlSecrets(url) && <RevealButton isShown={isShown} onChange={setIsShown} />}
      <HostWarning url={url} />
    </>
  )
}

type RevealButtonProps = {
  readonly isShown: boolean
  readonly onChange: (isShown: boolean) => void
}

export function RevealButton({ isShown, onChange }: RevealButtonProps) {
  const t = useTranslations('connectors')
  return (
    <Hint relationship="label" content={isShown ? t('hide') : t('reveal')}>
      <Button
        appearance="subtle"
        size="small"
        icon={isShown ? <EyeOffRegular /> : <EyeRegular />}
        onClick={() => {
          onChange(!isShown)
        }}
      />
    </Hint>
  )
}
