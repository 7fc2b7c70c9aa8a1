'use client'

import { Field, Input } from '@fluentui/react-components'

type TypedConfirmationProps = {
  readonly label: string
  readonly hint: string
  /** Why what was typed does not do. */
  readonly complaint?: string | undefined
  readonly typed: string
  readonly onType: (text: string) => void
}

/** A name to type before something that cannot be taken back. */
export function TypedConfirmation(props: TypedConfirmationProps) {
  const { label, hint, complaint, typed, onType } = props
  return (
    <Field label={label} hint={hint} validationMessage={complaint}>
      <Input
        required
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(_event, { value }) => {
          onType(value)
        }}
      />
    </Field>
  )
}
