/** Bodies and fields of what an administrator writes. */
import { graphPaths } from '../../../lib/contract/routes'
import { fill, kb, type DearRequest } from './dear-request'
import { basic, call, connectors, uploads, type Portal } from './send'

const stepReference = `/graph${graphPaths.userFlowStepReference('v1.0', 'b2xUserFlows', {
  flowId: 'a',
  step: 'postAttributeCollection',
})}`

/** A body of this many bytes to each of these, whatever it holds. */
const places = [
  { name: 'a creation', size: 16 * kb, method: 'POST', path: connectors },
  { name: 'a change', size: 16 * kb, method: 'PATCH', path: `${connectors}/a` },
  { name: 'an upload', size: 256 * kb, method: 'POST', path: uploads },
  { name: 'a step', size: 16 * kb, method: 'PUT', path: stepReference },
  { name: 'a test', size: 256 * kb, method: 'POST', path: '/connector-tests' },
] as const

const properties = (size: number) => {
  const count = Math.floor(size / 11)
  return `{${Array.from({ length: count }, (_, index) => `"${index}":0`).join(',')}}`
}

const bodies: readonly (readonly [name: string, make: (size: number) => string])[] = [
  ['unknown properties', properties],
  ['one property again and again', (size) => `{${fill('"a":0,', size - 20)}"a":0}`],
  ['lists in lists', (size) => fill('[', size / 2) + fill(']', size / 2)],
  ['objects in objects', (size) => fill('{"a":', size * 0.8) + '0' + fill('}', size * 0.16)],
  ['one number', (size) => fill('1', size - 10)],
  ['one text of escapes', (size) => `"${fill('\\u0061', size - 10)}"`],
  ['blanks', (size) => fill(' ', size - 10)],
]

export const bodyRequests: readonly DearRequest[] = places.flatMap(({ name, size, ...sent }) =>
  bodies.map(([what, make], index) => ({
    name: `${name} of ${what}`,
    isShort: index === 0 && size > 16 * kb,
    send: (portal: Portal) => call(portal, { ...sent, body: make(size) }),
  })),
)

/** A field that is as large as it can be. */
const creation = (name: string, changes: Readonly<Record<string, unknown>>): DearRequest => ({
  name,
  send: (portal) =>
    call(portal, {
      method: 'POST',
      path: connectors,
      body: JSON.stringify({
        displayName: 'a',
        targetUrl: 'ftp://a.example/', // refused, so that nothing is left behind
        authenticationConfiguration: basic('a', 'a'),
        ...changes,
      }),
    }),
})

const field = 15 * kb

export const fields: readonly DearRequest[] = [
  creation('a name of 15 KB', { displayName: fill('a', field) }),
  creation('a name of blanks', { displayName: `${fill(' ', field)}a${fill(' ', 200)}b` }),
  creation('a name that nobody sees', { displayName: fill('\u200b', field / 3) }),
  creation('a name of combining characters', { displayName: `a${fill('\u0301', field / 2)}` }),
  creation('a host of 7,000 parts', { targetUrl: `https://${fill('a.', field)}example/` }),
  creation('a host in other letters', { targetUrl: `https://${fill('ä.', field / 2)}example/` }),
  creation('one part in other letters', { targetUrl: `https://${fill('ä', field / 2)}.example/` }),
  creation('a host of the dearest letters', { targetUrl: `https://${fill('\ufdfa', field / 3)}/` }),
  creation('a path of ways up', { targetUrl: `https://a.example${fill('/..', field)}` }),
  creation('an address of escapes', { targetUrl: `https://${fill('%41', field)}/` }),
  creation('an address of colons', { targetUrl: `https://${fill(':', field)}/` }),
  creation('an address of @', { targetUrl: `https://${fill('@', field)}/` }),
  {
    name: 'a step with an address of the same part',
    send: (portal) =>
      call(portal, {
        method: 'PUT',
        path: stepReference,
        body: JSON.stringify({ '@odata.id': fill('/identity/apiConnectors', field) }),
      }),
  },
  ...[`displayName eq '${fill("''", 14 * kb)}'`, `displayName eq '${fill("'", 14 * kb)}`].map(
    (filter, index): DearRequest => ({
      name: index === 0 ? 'a filter of quotes' : 'a filter that does not end',
      send: (portal) =>
        call(portal, { path: `${connectors}?$filter=${encodeURIComponent(filter)}` }),
    }),
  ),
  {
    name: 'a list of fields of 20 KB',
    send: (portal) => call(portal, { path: `${connectors}?$select=${fill('id,', 20 * kb)}id` }),
  },
]
