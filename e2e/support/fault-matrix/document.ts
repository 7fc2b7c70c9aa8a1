/** The fault matrix as a document. */
import { tableOf } from '../markdown-table'
import { expected, ways, type Expectation } from './expectations'
import { faultNames, faults } from './faults'
import { operationGroups, operations, type OperationName } from './operations'

const head = `# What faults come to

Every operation of the portal against every fault of Microsoft Graph and of the way to it. The browser
suite makes each fault strike once and sees three things in every cell: that nothing was lost and nothing
done twice (in the tenant, and in the log of the calls that reached Graph), what the person is told, and
that no password, file or token can be read anywhere. The table is written from what that suite expects
(\`npx playwright test e2e/fault-matrix.e2e.ts --update-snapshots\`), never by hand.

- **done, unseen**: the call was sent again, which is safe for a read and after an answer that says that
  Graph did not act, or with a renewed token. The person sees the result.
- **done, found by looking**: the answer was lost, but reading showed that it had happened. The call was
  sent once.
- **done, looked and sent again**: reading showed that it had not happened. The call says how things are
  to be, so a second one cannot do harm.
- **said**: the notice with this heading explains it. Nothing has changed, and what was entered stays. A
  used connector that could not be deleted stays detached, and _Re-attach_ is offered.
`

/** The text of `docs/faults.md`. */
export function faultDocument(): string {
  const parts = operationGroups.map(({ title, names }) => `## ${title}\n\n${groupTable(names)}\n`)
  return `${head}\n${parts.join('\n')}`
}

function groupTable(names: readonly OperationName[]): string {
  const columns = names.map((name) => `${name} (${operations[name].call.method})`)
  const rows = faultNames.map((fault) => [
    faults[fault].words,
    ...names.map((name) => wordsOf(expected(name, fault))),
  ])
  return tableOf([['Fault', ...columns], ...rows])
}

const wordsOf = (expectation: Expectation) =>
  expectation.kind === 'done' ? ways[expectation.way].words : `said: ${expectation.title}`
