'use client'

import { Button } from '@fluentui/react-components'
import { EyeOffRegular, EyeRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { FieldValues } from 'react-hook-form'
import { TextField, type FormFieldProps } from './text-field'

type PasswordFieldProps<Values extends FieldValues> = FormFieldProps<Values, string> & {
  /** The label of the button that shows the typed text. */
  readonly revealName: string
}

/** A password that is being set, not asked for: browsers must not fill in one of their own. */
export function PasswordField<Values extends FieldValues>({
  revealName,
  ...field
}: PasswordFieldProps<Values>) {
  const [isShown, setIsShown] = useState(false)
  return (
    <TextField
      {...field}
      type={isShown ? 'text' : 'password'}
      contentAfter={
        <Button
          appearance="transparent"
          size="small"
          aria-pressed={isShown}
          aria-label={revealName}
          icon={isShown ? <EyeOffRegular /> : <EyeRegular />}
          onClick={() => {
            setIsShown(!isShown)
          }}
        />
      }
    />
  )
}
