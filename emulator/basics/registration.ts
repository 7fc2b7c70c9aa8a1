// The app registration that every part of the emulator agrees on.

export const clientId = '11111111-aaaa-4bbb-8ccc-222222222222'
export const applicationName = 'API connectors portal'

/** Microsoft Graph's own application id: the audience of every access token given out here. */
export const graphApplicationId = '00000003-0000-0000-c000-000000000000'

/** Role template ids as Entra publishes them; tokens carry them in `wids`. */
export const roleTemplates = {
  userFlowAdministrator: '6e591065-9bad-43ed-90f3-e9424366d2f0',
  /** Graph names it as the least that may read the audit log (Graph: List directoryAudits). */
  reportsReader: '4a5d8f65-41da-4de4-8968-e035b65339cf',
  globalAdministrator: '62e90394-69f5-4237-9190-012177145e10',
} as const

/** The address Graph writes into `@odata.context`, whoever asked. */
export const graphRoot = 'https://graph.microsoft.com'

/** Graph roots that a scope or an `@odata.id` may name besides the emulator's own address. */
export const graphRoots: readonly string[] = [
  graphRoot,
  'https://graph.microsoft.us',
  'https://dod-graph.microsoft.us',
  'https://microsoftgraph.chinacloudapi.cn',
]

/** Where the browser may be sent after sign-in: the portal's redirect page on any local port. */
export function isRegisteredRedirectUri(uri: string): boolean {
  return /^http:\/\/(localhost|127\.0\.0\.1)(:\d{1,5})?\/auth\/redirect$/.test(uri)
}

/** Whether the text is the origin of a page on this machine, on whatever port. */
export function isLoopbackOrigin(origin: string): boolean {
  return /^http:\/\/(localhost|127\.0\.0\.1)(:\d{1,5})?$/.test(origin)
}
