/** The tenant that somebody is signed in to (Graph: organization, as `$select` names it). */
import { textOrEmpty } from './nullable'
import * as z from './z'

export const organizationListSchema = z.object({
  value: z.array(
    z.object({
      id: z.string(),
      displayName: textOrEmpty,
    }),
  ),
})
