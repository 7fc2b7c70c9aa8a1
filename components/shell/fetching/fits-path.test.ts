import { expect, it } from 'vitest'
import { pages } from '@/lib/contract/routes'
import { fitsPath } from './fits-path'

it.each<[string, string]>([
  [pages.connectors(), '/connectors'],
  [pages.connectors(), '/connectors?q=a/b#top'],
  [pages.connector('*'), pages.connector('4f1c')],
  [pages.connector('*'), pages.connectorCertificates('4f1c')],
  [pages.editConnector('*'), pages.editConnector('a/b')],
])('%s is where %s leads', (pattern, href) => {
  expect(fitsPath(pattern, href)).toBe(true)
})

it.each<[string, string]>([
  [pages.connectors(), pages.connector('4f1c')],
  [pages.connector('*'), pages.connectors()],
  [pages.connector('*'), pages.editConnector('4f1c')],
  [pages.editConnector('*'), pages.connector('4f1c')],
  [pages.certificates(), pages.userFlows()],
])('%s is not where %s leads', (pattern, href) => {
  expect(fitsPath(pattern, href)).toBe(false)
})
