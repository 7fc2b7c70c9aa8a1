/** What Graph may leave out, or name as null: its types say that nearly everything is nullable. */
import * as z from './z'

/** The value of the schema, or this one for none. */
export const orElse = <Of extends z.Schema, Fallback>(schema: Of, fallback: Fallback) =>
  z.pipe(
    z.nullish(schema),
    z.transform((value) => value ?? fallback),
  )

export const textOrEmpty = orElse(z.string(), '')

export const textOrNull = orElse(z.string(), null)

export const listOrEmpty = <Of extends z.Schema>(element: Of) =>
  z.pipe(
    z.nullish(z.array(element)),
    z.transform((list) => list ?? []),
  )
