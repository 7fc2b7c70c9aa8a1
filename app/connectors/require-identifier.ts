import { notFound } from 'next/navigation'
import { identifierSchema } from '@/lib/contract/identifiers'

/** The id in a page's address; no valid id needs an escape, and any other is no such page. */
export function requireIdentifier(segment: string): string {
  const id = identifierSchema.safeParse(segment)
  return id.success ? id.data : notFound()
}
