import { fetched } from '@/components/shell/fetching/fetched'
import { fitsPath } from '@/components/shell/fetching/fits-path'
import { pages } from '@/lib/contract/routes'
import type { ScreenName, Screens } from './screen'

/** The pages for signed-in people, each loaded when it is shown or likely to be. */
export const screens: Screens = {
  connectorList: fetched(async () => {
    const { ConnectorList } = await import('@/components/connectors/list/connector-list')
    return ConnectorList
  }),
  newConnector: fetched(async () => {
    const { NewConnector } = await import('@/components/connectors/form/new-connector')
    return NewConnector
  }),
  connectorDetail: fetched(async () => {
    const { ConnectorDetail } = await import('@/components/connectors/detail/connector-detail')
    return ConnectorDetail
  }),
  editConnector: fetched(async () => {
    const { EditConnector } = await import('@/components/connectors/form/edit-connector')
    return EditConnector
  }),
  certificates: fetched(async () => {
    const { CertificateOverview } = await import('@/components/certificates/certificate-overview')
    return CertificateOverview
  }),
  userFlows: fetched(async () => {
    const { UserFlowsPage } = await import('@/components/user-flows/matrix/user-flows-page')
    return UserFlowsPage
  }),
  samples: fetched(async () => {
    const { SamplesPage } = await import('@/components/connector-tests/samples-page')
    return SamplesPage
  }),
}

/** Where each page is. An asterisk stands for an id; the first that fits counts. */
const places: readonly (readonly [pattern: string, name: ScreenName])[] = [
  [pages.connectors(), 'connectorList'],
  [pages.newConnector(), 'newConnector'],
  [pages.connector('*'), 'connectorDetail'],
  [pages.editConnector('*'), 'editConnector'],
  [pages.certificates(), 'certificates'],
  [pages.userFlows(), 'userFlows'],
  [pages.samples(null), 'samples'],
]

/** Begins to load the page at an address of the portal, which may have a query. */
export function fetchScreen(href: string): void {
  const place = places.find(([pattern]) => fitsPath(pattern, href))
  if (place) screens[place[1]].prefetch()
}
