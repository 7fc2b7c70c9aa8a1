/** What Microsoft Graph, or something in its place, may answer. */
import { fill, kb, type DearRequest } from './dear-request'
import { call, connectors } from './send'

const listOf = (count: number): DearRequest => ({
  name: `a list of ${count.toLocaleString('en')} connectors`,
  send: async (portal) => {
    await portal.emulator.reset('large', { connectors: count })
    return call(portal, { path: connectors })
  },
})

const answer = (
  name: string,
  { status, body }: { readonly status: number; readonly body: string },
): DearRequest => ({
  name,
  send: async (portal) => {
    const path = '/identity/apiConnectors'
    await portal.emulator.faults({ kind: 'status', path, method: 'GET', status, body, times: 9 })
    return call(portal, { path: connectors, headers: { prefer: 'wait=0' } })
  },
})

const size = 900 * kb

export const graphAnswers: readonly DearRequest[] = [
  listOf(1_000),
  listOf(10_000),
  answer('a list of lists in lists', {
    status: 200,
    body: `{"value":${fill('[', size)}${fill(']', size)}}`,
  }),
  answer('an error of 900 KB', {
    status: 403,
    body: JSON.stringify({ error: { code: 'a', message: fill('a', size) } }),
  }),
  answer('an error that is a page of 900 KB', { status: 503, body: fill('<a>', size) }),
  answer('an error of lists in lists', { status: 403, body: fill('[', size) }),
  answer('an error of 20,000 details', {
    status: 403,
    body: JSON.stringify({
      error: {
        code: 'a',
        message: 'b',
        details: Array.from({ length: 20_000 }, () => ({ target: 'a', message: 'b' })),
      },
    }),
  }),
]
