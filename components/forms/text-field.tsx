'use client'

import { Field, Input, type InputProps } from '@fluentui/react-components'
import {
  useController,
  type Control,
  type FieldPathByValue,
  type FieldValues,
} from 'react-hook-form'

export type FormFieldProps<Values extends FieldValues, Value> = {
  readonly control: Control<Values>
  readonly name: FieldPathByValue<Values, Value>
  readonly label: string
  readonly hint?: string | undefined
  readonly isRequired?: boolean
}

type TextFieldProps<Values extends FieldValues> = FormFieldProps<Values, string> &
  Pick<InputProps, 'type' | 'contentAfter' | 'autoFocus'>

/** Fluent's Field ties label, hint and error to the control; this ties the control to the form. */
export function TextField<Values extends FieldValues>({
  control,
  name,
  label,
  hint,
  isRequired = false,
  ...input
}: TextFieldProps<Values>) {
  const { field, fieldState } = useController({ control, name })
  return (
    <Field label={label} hint={hint} validationMessage={fieldState.error?.message}>
      <Input {...input} {...field} required={isRequired} autoComplete="off" spellCheck={false} />
    </Field>
  )
}
