/** What anybody can send, without a token. */
import { fill, kb, type DearRequest } from './dear-request'
import { connectors, send, type Sent } from './send'

const get = (name: string, sent: Sent, isShort = false): DearRequest => ({
  name,
  isShort,
  send: (portal) => send(portal, sent),
})

/** Node takes 32 KB of headers and address together. */
const head = 28 * kb

export const fromAnybody: readonly DearRequest[] = [
  get('a query of 7,400 `&`', { path: `/connectors?${fill('a&', 14_800)}` }, true),
  get('the same to the API', { path: `/api${connectors}?${fill('a&', 14_800)}` }),
  get('a query of 32 `&` and 28 KB', { path: `/connectors?${`${fill('a', 850)}&`.repeat(32)}` }),
  get('a query of escapes', { path: `/connectors?q=${fill('%41', head)}` }),
  get('an address of 28 KB', { path: `/connectors/${fill('a', head)}` }),
  get('an address of 14,000 parts', { path: fill('/a', head) }, true),
  get('an address of escapes', { path: `/connectors/${fill('%2f', head)}` }),
  get('an address of ways up', { path: `/connectors${fill('/..', head)}` }),
  get('an address of slashes', { path: fill('/', head) }),
  get('5,000 cookies', { path: '/connectors', headers: { cookie: fill('a=b; ', head) } }),
  get('1,900 headers', {
    path: '/connectors',
    headers: Object.fromEntries(Array.from({ length: 1_900 }, (_, index) => [`x${index}`, 'a'])),
  }),
  get('languages by the thousand', {
    path: '/connectors',
    headers: { 'accept-language': fill('en,', head) },
  }),
  get('addresses by the thousand', {
    path: `/api${connectors}`,
    headers: { 'x-forwarded-for': fill('1.1.1.1,', head) },
  }),
  get(
    'a router’s state of 4,000 levels',
    {
      path: '/connectors',
      headers: { rsc: '1', 'next-router-state-tree': fill('%5B', head) },
    },
    true,
  ),
  get('a router’s state that nests', {
    path: '/connectors?_rsc=1',
    headers: {
      rsc: '1',
      'next-router-state-tree': encodeURIComponent(
        `${'["",{"children":'.repeat(600)}["",{}]${'}]'.repeat(600)}`,
      ),
    },
  }),
  get('a token of 16 KB', {
    path: `/api${connectors}`,
    headers: { authorization: `Bearer ${fill('a.', 16 * kb)}` },
  }),
  get('ranges by the thousand', {
    path: '/connectors',
    headers: { range: `bytes=${fill('0-1,', head)}` },
  }),
  get('conditions by the thousand', {
    path: '/connectors',
    headers: { 'if-none-match': fill('"a",', head) },
  }),
  get(
    'a body of 9.9 MB to a page',
    { method: 'POST', path: '/', body: fill('a', 9_900_000) },
    true,
  ),
  get('a body of 9.9 MB to the API', {
    method: 'POST',
    path: `/api${connectors}`,
    headers: { 'content-type': 'application/json' },
    body: fill('a', 9_900_000),
  }),
]
