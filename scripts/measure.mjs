// npm run measure: how the product's code is written, in figures, and beside those of another commit.
//
//   npm run measure                this checkout
//   npm run measure -- 63d7b73     this checkout, that commit, and the ratio of both
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import ts from 'typescript'
import { main } from './lib/main.mjs'
import { inRoot } from './lib/root.mjs'

/** @typedef {{ files: number, lines: number, tries: number, effects: number, functions: number, branches: number }} Figures */

/** @param {string[]} options */
const git = (...options) =>
  execFileSync('git', options, { cwd: inRoot(), encoding: 'utf8', maxBuffer: 64 * 1024 ** 2 })

/** @param {string} file */
const isProduct = (file) =>
  /^(app|components|lib)\/.*\.tsx?$/.test(file) &&
  !/\.test\.tsx?$|\/(testing|fixtures)\//.test(file)

/** The product's sources in a commit; without one, in this checkout. @param {string} [commit] */
function sourcesOf(commit) {
  const files = commit ? git('ls-tree', '-r', '--name-only', commit) : git('ls-files')
  return files
    .split('\n')
    .filter(isProduct)
    .map((file) => (commit ? git('show', `${commit}:${file}`) : readFileSync(inRoot(file), 'utf8')))
}

/** @param {string[]} sources */
function figuresOf(sources) {
  const figures = { files: 0, lines: 0, tries: 0, effects: 0, functions: 0, branches: 0 }
  for (const source of sources) {
    figures.files += 1
    figures.lines += source.split('\n').filter((line) => line.trim() !== '').length
    count(ts.createSourceFile('x.tsx', source, ts.ScriptTarget.Latest, true), figures)
  }
  return figures
}

/**
 * @param {ts.Node} node
 * @param {Figures} figures
 */
function count(node, figures) {
  if (ts.isTryStatement(node)) figures.tries += 1
  if (ts.isCallExpression(node) && node.expression.getText() === 'useEffect') figures.effects += 1
  if (isNamedFunction(node)) figures.functions += 1
  if (isBranch(node)) figures.branches += 1
  ts.forEachChild(node, (child) => count(child, figures))
}

/** One that is declared, a method, or bound to a name; the others belong to the one around them. @param {ts.Node} node */
function isNamedFunction(node) {
  if (ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node)) return true
  if (!ts.isArrowFunction(node) && !ts.isFunctionExpression(node)) return false
  return ts.isVariableDeclaration(node.parent) || ts.isPropertyDeclaration(node.parent)
}

const branchingTokens = [
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
]

const branchingNodes = [
  ts.SyntaxKind.IfStatement,
  ts.SyntaxKind.ConditionalExpression,
  ts.SyntaxKind.CaseClause,
  ts.SyntaxKind.CatchClause,
  ts.SyntaxKind.ForStatement,
  ts.SyntaxKind.ForInStatement,
  ts.SyntaxKind.ForOfStatement,
  ts.SyntaxKind.WhileStatement,
  ts.SyntaxKind.DoStatement,
]

/** What the usual count of cyclomatic complexity counts. @param {ts.Node} node */
const isBranch = (node) =>
  branchingNodes.includes(node.kind) ||
  (ts.isBinaryExpression(node) && branchingTokens.includes(node.operatorToken.kind))

/** @param {Figures} figures */
const rowsOf = ({ files, lines, tries, effects, functions, branches }) => ({
  files,
  lines,
  'mean complexity of a function': 1 + branches / functions,
  'try per 1,000 lines': (tries / lines) * 1000,
  'useEffect per 1,000 lines': (effects / lines) * 1000,
})

await main(async () => {
  const [commit] = parseArgs({ allowPositionals: true }).positionals
  const now = rowsOf(figuresOf(sourcesOf()))
  const then = commit === undefined ? undefined : rowsOf(figuresOf(sourcesOf(commit)))
  console.table(
    Object.fromEntries(
      Object.entries(now).map(([name, value]) => {
        const before = then?.[/** @type {keyof typeof now} */ (name)]
        return [
          name,
          {
            now: round(value),
            ...(before && { then: round(before), ratio: round(value / before) }),
          },
        ]
      }),
    ),
  )
  await Promise.resolve()
})

/** @param {number} value */
function round(value) {
  return Math.round(value * 1000) / 1000
}
