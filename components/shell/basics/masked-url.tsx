'use client'

import { Button, Tooltip } from '@fluentui/react-components'
import { EyeOffRegular, EyeRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { hasUrlSecrets, maskUrlSecrets } from '@/lib/domain/endpoint-url'

/** An endpoint URL with the values of its query hidden until somebody asks for them. */
export function EndpointUrl({ url }: { readonly url: string }) {
  const [isShown, setIsShown] = useState(false)
  return (
    <>
      <span>{isShown ? url : maskUrlSecrets(url)}</span>
      {hasUrlSecrets(url) && <RevealButton isShown={isShown} onChange={setIsShown} />}
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
    <Tooltip relationship="label" content={isShown ? t('hide') : t('reveal')}>
      <Button
        appearance="subtle"
        size="small"
        icon={isShown ? <EyeOffRegular /> : <EyeRegular />}
        onClick={() => {
          onChange(!isShown)
        }}
      />
    </Tooltip>
  )
}
