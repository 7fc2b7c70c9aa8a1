'use client'

import { Field, Radio, RadioGroup } from '@fluentui/react-components'
import { useController, type FieldValues } from 'react-hook-form'
import type { FormFieldProps } from './text-field'

type ChoiceFieldProps<Values extends FieldValues> = FormFieldProps<Values, string> & {
  readonly choices: readonly { readonly value: string; readonly label: string }[]
}

/** One of a few, all of them in sight. */
export function ChoiceField<Values extends FieldValues>({
  control,
  name,
  label,
  hint,
  choices,
}: ChoiceFieldProps<Values>) {
  const { field, fieldState } = useController({ control, name })
  return (
    <Field label={label} hint={hint} validationMessage={fieldState.error?.message}>
      <RadioGroup
        layout="horizontal"
        name={field.name}
        value={field.value}
        onBlur={field.onBlur}
        onChange={(_event, { value }) => {
          field.onChange(value)
        }}
      >
        {choices.map(({ value, label: choice }) => (
          <Radio key={value} value={value} label={choice} />
        ))}
      </RadioGroup>
    </Field>
  )
}
