'use client'

import { Button } from '@fluentui/react-components'
import { CheckmarkRegular, CopyRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Hint } from '../popups/hint'

type CopyButtonProps = {
  readonly text: string
  /** The copied thing, as it reads within "Copy …": "endpoint URL". */
  readonly what: string
  readonly onCopied?: () => void
}

/** Copies a text and says so, also to a screen reader, until the pointer or the focus leaves. */
export function CopyButton({ text, what, onCopied }: CopyButtonProps) {
  const t = useTranslations('shell')
  const [isCopied, setIsCopied] = useState(false)
  const name = t('copy', { what })
  const copy = () =>
    void navigator.clipboard.writeText(text).then(() => {
      setIsCopied(true)
      onCopied?.()
    })
  return (
    <>
      <Hint relationship="label" content={isCopied ? t('copied') : name}>
        <Button
          appearance="subtle"
          size="small"
          icon={isCopied ? <CheckmarkRegular /> : <CopyRegular />}
          onClick={copy}
          onBlur={() => setIsCopied(false)}
        />
      </Hint>
      <span role="status" className="visually-hidden">
        {isCopied ? t('copied') : ''}
      </span>
    </>
  )
}
