/**
 * Gives each page its Content-Security-Policy with a fresh nonce. It runs before pages only: on /api
 * it would cost more than the rest of the request, and cut large bodies short. Headers that never
 * change are in next.config.js, the one that depends on the configuration in lib/server/arrivals.ts.
 */
import { NextResponse, type NextRequest } from 'next/server'
import { pages } from '@/lib/contract/routes'
import { configuration, signInOrigins } from '@/lib/server/configuration/configuration'
import { contentSecurityPolicy } from '@/lib/server/configuration/content-security-policy'

export function proxy(request: NextRequest): NextResponse {
  const { isDevelopment } = configuration()
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')
  const policy = contentSecurityPolicy({
    nonce,
    signInOrigins: signInOrigins(),
    mayBeFramed: request.nextUrl.pathname === pages.redirect(),
    isDevelopment,
  })

  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  // Next takes the nonce for its own scripts from the policy of the request.
  headers.set('content-security-policy', policy)

  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  response.headers.set('cache-control', 'no-store')
  return response
}

export const config = {
  // Next reads this while it builds, so it has to be a literal.
  matcher: ['/((?!api(?:/|$)|_next/|favicon\\.ico$|icon\\.[a-z]+$|apple-icon\\.[a-z]+$).*)'],
}
