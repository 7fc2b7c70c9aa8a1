/** The settings that the server gives the browser to sign in. Nothing in it is secret. */

export type SignInSettings = {
  readonly clientId: string
  readonly authority: string
  readonly knownAuthorities: readonly string[]
  /** JSON of the provider's endpoints, for a provider that MSAL cannot discover itself. */
  readonly authorityMetadata?: string
}

export type PortalSettings = {
  readonly signIn: SignInSettings
  /** The resource whose permissions are asked for, such as `https://graph.microsoft.com`. */
  readonly graphRoot: string
  readonly graphVersion: 'v1.0' | 'beta'
  /** Which local `host:port` pairs the test console may call, as SHA-256 in hex: their names are nobody's business. */
  readonly localTargetDigests: readonly string[]
  /** True when sign-in and Graph are the emulator's. */
  readonly isDemo: boolean
}
