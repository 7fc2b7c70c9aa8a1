// How files and folders hang together, types counted too: no circle of imports anywhere, and no two
// folders of the product that import from each other.
import { circlesOf, foldersBothWays, importGraph } from './lib/import-graph.mjs'
import { report } from './lib/report.mjs'

const graph = importGraph()

report([
  ...circlesOf(graph).map((circle) => `A circle of imports: ${circle.join(', ')}.`),
  ...foldersBothWays(graph).map(
    ({ one, other, there, back }) =>
      `${one} and ${other} import from each other: ${there.join(' → ')}; ${back.join(' → ')}.`,
  ),
])
