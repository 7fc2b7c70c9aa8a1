/** Texts that Graph may leave out, or name as null: its types say that any of them is nullable. */
import * as z from './z'

export const textOrEmpty = z.pipe(
  z.nullish(z.string()),
  z.transform((text) => text ?? ''),
)

export const textOrNull = z.pipe(
  z.nullish(z.string()),
  z.transform((text) => text ?? null),
)
