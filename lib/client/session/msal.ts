/** The one MSAL instance of the page, and what can go wrong with it in the portal's words. */
import {
  AuthError,
  BrowserAuthError,
  InteractionRequiredAuthError,
  LogLevel,
  PublicClientApplication,
  type Configuration,
} from '@azure/msal-browser'
import { pages } from '@/lib/contract/routes'
import type { SignInSettings } from '@/lib/contract/settings'
import type { SignInProblem } from '@/lib/domain/problems/problem'
import { withoutAnswer } from '../calls/problem'
import { tokenStorage } from './token-storage'

/** Long enough for a second factor, short enough for a page that nobody comes back to. */
const windowTimeLimitMs = 5 * 60_000

/** A hidden frame needs no person: what has not answered by then is explained within ten seconds. */
const frameTimeLimitMs = 6_000

function configuration(settings: SignInSettings): Configuration {
  return {
    auth: {
      clientId: settings.clientId,
      authority: settings.authority,
      knownAuthorities: [...settings.knownAuthorities],
      ...(settings.authorityMetadata ? { authorityMetadata: settings.authorityMetadata } : {}),
      redirectUri: window.location.origin + pages.redirect(),
      postLogoutRedirectUri: window.location.origin + pages.signedOut(),
      clientCapabilities: ['CP1'], // Graph sends claims challenges only to clients that say so
    },
    cache: { cacheLocation: tokenStorage() },
    system: {
      popupBridgeTimeout: windowTimeLimitMs,
      iframeBridgeTimeout: frameTimeLimitMs,
      loggerOptions: {
        logLevel: LogLevel.Error,
        piiLoggingEnabled: false,
        loggerCallback: () => undefined,
      },
    },
  }
}

let instance: Promise<PublicClientApplication> | undefined // outside React: Strict Mode mounts twice

/** The page's MSAL client, ready to use. Made once; must not be called on the server. */
export function msalClient(settings: SignInSettings): Promise<PublicClientApplication> {
  instance ??= createClient(settings)
  return instance
}

async function createClient(settings: SignInSettings): Promise<PublicClientApplication> {
  const client = new PublicClientApplication(configuration(settings))
  await client.initialize()
  return client
}

/** Entra's numbers for "nobody has consented to this yet" (Entra: error codes reference). */
const consentErrors = /AADSTS(65001|65004|90094|90095|90008)\b/

/**
 * The codes that the sign-in part of the portal distinguishes. MSAL reports a hidden frame without
 * an answer as `timed_out` and an expired refresh token as a plain `invalid_grant`; both mean that
 * the person has to sign in again.
 */
export function signInProblem(error: unknown): SignInProblem {
  const of = { kind: 'signIn', scopes: [] } as const
  if (!(error instanceof AuthError))
    return { ...of, ...withoutAnswer('signInFailed', textOf(error)) }
  return {
    ...of,
    ...withoutAnswer(signInCode(error), error.errorMessage),
    correlationId: error.correlationId || null,
    claims: error instanceof InteractionRequiredAuthError ? error.claims || null : null,
  }
}

function signInCode(error: AuthError): string {
  if (isConsentMissing(error)) return 'consentRequired'
  if (['access_denied', 'user_cancelled'].includes(error.errorCode)) return 'signInCancelled'
  return needsInteraction(error) ? 'interactionRequired' : 'signInFailed'
}

function isConsentMissing(error: AuthError): boolean {
  const isNamed = [error.errorCode, error.subError].includes('consent_required')
  return isNamed || consentErrors.test(error.errorMessage)
}

function needsInteraction(error: AuthError): boolean {
  if (error instanceof InteractionRequiredAuthError) return true
  if (error instanceof BrowserAuthError) return interactiveBrowserErrors.has(error.errorCode)
  return error.errorCode === 'invalid_grant'
}

const interactiveBrowserErrors = new Set([
  'timed_out',
  'block_iframe_reload',
  'no_account_error',
  'no_token_request_cache_error',
])

const textOf = (error: unknown): string => (error instanceof Error ? error.message : '')
