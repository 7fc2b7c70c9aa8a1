import 'server-only'
import type { Answer } from '@/lib/graph/basics/answer'

/** An answer of the portal's own, as JSON. */
export const jsonAnswer = (status: number, value: unknown): Answer => ({
  status,
  body: JSON.stringify(value),
})
