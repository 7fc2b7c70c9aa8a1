import { fetched } from '@/components/shell/fetching/fetched'
import { fitsPath } from '@/components/shell/fetching/fits-path'
import { pages } from '@/lib/contract/routes'
import type { ScreenName, Screens } from './screen'

/** The pages for signed-in people, each loaded when it is shown or likely to be. */
export const screens: Screens = {
  connectorList: fetched(() =>
    import('@/components/connectors/list/connector-list').then((loaded) => loaded.ConnectorList),
  ),
  newConnector: fetched(() =>
    import('@/components/connectors/form/new-connector').then((loaded) => loaded.NewConnector),
  ),
  connectorDetail: fetched(() =>
    import('@/components/connectors/detail/connector-detail').then(
      (loaded) => loaded.ConnectorDetail,
    ),
  ),
  editConnector: fetched(() =>
    import('@/components/connectors/form/edit-connector').then((loaded) => loaded.EditConnector),
  ),
  certificates: fetched(() =>
    import('@/components/certificates/certificate-overview').then(
      (loaded) => loaded.CertificateOverview,
    ),
  ),
  userFlows: fetched(() =>
    import('@/components/user-flows/matrix/user-flows-page').then((loaded) => loaded.UserFlowsPage),
  ),
  samples: fetched(() =>
    import('@/components/connector-tests/samples-page').then((loaded) => loaded.SamplesPage),
  ),
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
