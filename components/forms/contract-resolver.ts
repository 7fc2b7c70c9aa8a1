/** A form judged by a schema of the contract: the one that the route handler uses as well. */
import { useMemo } from 'react'
import type { FieldError, FieldErrors, FieldValues, Resolver } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { readComplaint } from '@/lib/contract/complaint'
import * as z from '@/lib/contract/z'
import validation from '@/lib/messages/en/validation.json'

export type Complaint = { readonly path: readonly PropertyKey[]; readonly message: string }

type Judgement<Values> = {
  readonly complaints: (values: Values) => readonly Complaint[]
  /** The field that shows a complaint about a property of the request. */
  readonly fieldOf: (path: Complaint['path'], values: Values) => (keyof Values & string) | 'root'
}

/** Shows the first complaint of each field. @param explain gives the sentence for a complaint */
export function contractResolver<Values extends FieldValues>(
  { complaints, fieldOf }: Judgement<Values>,
  explain: (message: string) => string,
): Resolver<Values> {
  return (values) => {
    const found = complaints(values)
    if (found.length === 0) return { values, errors: {} }
    const errors: Record<string, FieldError> = {}
    for (const { path, message } of found) {
      errors[fieldOf(path, values)] ??= { type: 'contract', message: explain(message) }
    }
    return { values: {}, errors: errors as FieldErrors<Values> } // names of fields, by `fieldOf`
  }
}

export function complaintsAbout(schema: z.Schema, candidate: unknown): readonly Complaint[] {
  const parsed = z.safeParse(schema, candidate)
  return parsed.success ? [] : parsed.error.issues
}

/** The sentence for a complaint, which travels as a key of the catalogue, at times with a value. */
export function useValidationText(): (message: string) => string {
  const t = useTranslations('validation')
  return useMemo(
    () => (message) => {
      const { key, value } = readComplaint(message)
      return t(isValidationKey(key) ? key : 'invalidValue', { value })
    },
    [t],
  )
}

const isValidationKey = (key: string): key is keyof typeof validation => key in validation
