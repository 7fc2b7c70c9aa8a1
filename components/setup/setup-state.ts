import type { PortalSettings } from '@/lib/contract/settings'

/** The server's configuration as the Setup page tells it. Nothing in it is secret. */
export type SetupState = {
  /** Null while something is missing or wrong. */
  readonly settings: PortalSettings | null
  readonly problems: readonly { readonly variable: string; readonly message: string }[]
  /** The address to register as the application's redirect URI. */
  readonly redirectUri: string
}
