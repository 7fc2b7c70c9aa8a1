/** The places that a page of the portal may load from, connect to and be framed by. */
import 'server-only'

export type PolicyOptions = {
  /** Base64, new for each answer: it names the scripts and styles that Next and Fluent write. */
  readonly nonce: string
  /** Where people sign in. Empty while the portal is not configured. */
  readonly signInOrigins: readonly string[]
  /** MSAL renews tokens in a hidden frame that ends on the redirect page, so that one may be framed. */
  readonly mayBeFramed: boolean
  readonly isDevelopment: boolean
}

/** The value of the Content-Security-Policy header of a page. */
export function contentSecurityPolicy(options: PolicyOptions): string {
  return Object.entries(directives(options))
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ')
}

function directives({ nonce, signInOrigins, mayBeFramed, isDevelopment }: PolicyOptions) {
  const own = ["'self'"]
  const ownAndSignIn = [...own, ...signInOrigins]
  const withNonce = [...own, `'nonce-${nonce}'`]
  return {
    'default-src': ["'none'"],
    // React's development build evaluates strings to rebuild stacks.
    'script-src': [...withNonce, "'strict-dynamic'", ...(isDevelopment ? ["'unsafe-eval'"] : [])],
    // Next's development overlay adds styles without the nonce, and a nonce would disable this word.
    'style-src': isDevelopment ? [...own, "'unsafe-inline'"] : withNonce,
    'img-src': [...own, 'data:', 'blob:'],
    'font-src': own,
    // Hot reloading speaks WebSocket, which older browsers do not count as 'self'.
    'connect-src': [...ownAndSignIn, ...(isDevelopment ? ['ws:'] : [])],
    'frame-src': ownAndSignIn,
    'worker-src': own,
    'form-action': ownAndSignIn,
    'base-uri': ["'none'"],
    'object-src': ["'none'"],
    'manifest-src': own,
    'frame-ancestors': mayBeFramed ? own : ["'none'"],
  }
}
