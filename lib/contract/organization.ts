/** The tenant that somebody is signed in to (Graph: organization, as `$select` names it). */
import * as z from './z'

export const organizationListSchema = z.object({
  value: z.array(
    z.object({
      id: z.string(),
      displayName: z
        .string()
        .nullish()
        .transform((name) => name ?? ''),
    }),
  ),
})
