/** Where the browser signs in: Entra, or the emulator under a name that MSAL accepts. */
import 'server-only'
import type { SignInSettings } from '@/lib/contract/settings'
import { clouds } from './clouds'
import type { Environment } from './environment'

/** The settings MSAL starts with. Nothing is fetched: every address follows from the environment. */
export function signInSettings(environment: Environment): SignInSettings {
  return environment.EMULATOR_URL === undefined
    ? entraSignIn(environment)
    : emulatorSignIn(environment, environment.EMULATOR_URL)
}

/** The origin of the pages and token endpoint that the browser needs to reach. */
export function signInOrigin({ EMULATOR_URL, AZURE_CLOUD }: Environment): string {
  return EMULATOR_URL ?? clouds[AZURE_CLOUD].loginOrigin
}

function entraSignIn(environment: Environment): SignInSettings {
  return {
    clientId: environment.AZURE_CLIENT_ID,
    authority: `${clouds[environment.AZURE_CLOUD].loginOrigin}/${environment.AZURE_TENANT_ID}`,
    // MSAL has the metadata of Microsoft's own hosts built in; naming them here would switch that off.
    knownAuthorities: [],
  }
}

/**
 * MSAL refuses an authority without TLS, even on localhost, but takes the authority as a mere name
 * when it is given the endpoints. So the name says https and the endpoints are the emulator's.
 */
function emulatorSignIn(environment: Environment, emulatorUrl: string): SignInSettings {
  const { host } = new URL(emulatorUrl)
  const tenant = environment.AZURE_TENANT_ID
  return {
    clientId: environment.AZURE_CLIENT_ID,
    authority: `https://${host}/${tenant}`,
    knownAuthorities: [host],
    authorityMetadata: JSON.stringify(emulatorEndpoints(`${emulatorUrl}/${tenant}`)),
  }
}

const emulatorEndpoints = (tenantUrl: string) => ({
  issuer: `${tenantUrl}/v2.0`,
  authorization_endpoint: `${tenantUrl}/oauth2/v2.0/authorize`,
  token_endpoint: `${tenantUrl}/oauth2/v2.0/token`,
  end_session_endpoint: `${tenantUrl}/oauth2/v2.0/logout`,
  jwks_uri: `${tenantUrl}/discovery/v2.0/keys`,
})
