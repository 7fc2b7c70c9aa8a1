/** Microsoft's clouds: where each signs people in and where its Graph is (Graph: national clouds). */
import 'server-only'

export const cloudNames = ['global', 'usgov', 'usgovdod', 'china'] as const
export type CloudName = (typeof cloudNames)[number]

type Cloud = { readonly graphRoot: string; readonly loginOrigin: string }

export const clouds: Readonly<Record<CloudName, Cloud>> = {
  global: {
    graphRoot: 'https://graph.microsoft.com',
    loginOrigin: 'https://login.microsoftonline.com',
  },
  usgov: {
    graphRoot: 'https://graph.microsoft.us',
    loginOrigin: 'https://login.microsoftonline.us',
  },
  usgovdod: {
    graphRoot: 'https://dod-graph.microsoft.us',
    loginOrigin: 'https://login.microsoftonline.us',
  },
  china: {
    graphRoot: 'https://microsoftgraph.chinacloudapi.cn',
    loginOrigin: 'https://login.chinacloudapi.cn',
  },
}
