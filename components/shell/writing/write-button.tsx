'use client'

import { Button, type ButtonProps } from '@fluentui/react-components'
import type { ComponentProps } from 'react'
import { useTranslations } from 'use-intl'
import { Hint } from '../popups/hint'
import { useSession } from '@/lib/client/session/session'

type WriteButtonProps = ComponentProps<typeof Button> & Pick<ButtonProps, 'icon'>

/** A button for a change. With a read-only sign-in it stays in sight and says why it does nothing. */
export function WriteButton(props: WriteButtonProps) {
  const t = useTranslations('connectors')
  const { mayWrite } = useSession()
  if (mayWrite) return <Button {...props} />
  return (
    <Hint relationship="description" content={t('readOnlyReason')}>
      <Button {...props} disabledFocusable />
    </Hint>
  )
}
