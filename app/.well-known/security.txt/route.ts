import { securityContact } from '@/lib/server/configuration/configuration'
import { securityTextOf } from '@/lib/server/configuration/security-text'

/** Whom to tell of a weakness of this installation; nothing unless its operator has said so. */
export function GET(): Response {
  const contact = securityContact()
  if (contact === null) return new Response(null, { status: 404 })
  return new Response(securityTextOf(contact, Date.now()), {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  })
}

// The answer changes with the day, and the contact is known when the portal runs, not when it is built.
export const dynamic = 'force-dynamic'
