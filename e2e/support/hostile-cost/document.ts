/** What was measured as a document. */
import { tableOf } from '../markdown-table'

export type Cost = {
  readonly name: string
  /** In which the portal answered nobody. */
  readonly ms: number
  readonly status: number
}

export type CostGroup = { readonly title: string; readonly costs: readonly Cost[] }

const head = `# What one request may cost

The dearest requests that anybody may send, and for how long each kept the portal from answering somebody
else: the slowest answer of \`/api/health\`, which was asked for all the while. None may take longer than
250 ms, and 60 bodies of 9.9 MB that are sent to a page by halves may not take more than 64 MB of memory.
\`npm run hostile\` measures all of them, and \`npm run hostile -- --write\` writes this table; \`npm test\`
measures one of each kind. The milliseconds are those of one run on one machine with two cores; to 3 ms
or so it is the answer itself.
`

export function costDocument(groups: readonly CostGroup[]): string {
  const parts = groups.map(({ title, costs }) => {
    const rows = costs.map(({ name, ms, status }) => [name, String(status), String(Math.round(ms))])
    return `## ${title}\n\n${tableOf([['Request', 'Answer', 'ms'], ...rows])}\n`
  })
  return `${head}\n${parts.join('\n')}`
}
