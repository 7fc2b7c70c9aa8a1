import { securityText } from '@/lib/server/configuration/configuration'

/** Also at `/.well-known/security.txt` (RFC 9116): whom to tell of a weakness of this installation; nothing unless its operator has said so. */
export function GET(): Response {
  const text = securityText(Date.now())
  const headers = { 'content-type': 'text/plain; charset=utf-8' }
  return text === null ? new Response(null, { status: 404 }) : new Response(text, { headers })
}

// The answer changes with the day, and the contact is known when the portal runs, not when it is built.
export const dynamic = 'force-dynamic'
