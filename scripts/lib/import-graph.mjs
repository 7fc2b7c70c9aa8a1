// Who imports whom among our own files, types counted too, read off the syntax.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import ts from 'typescript'
import { root } from './root.mjs'

const folders = ['app', 'bench', 'components', 'e2e', 'emulator', 'lib', 'samples', 'scripts']
const endings = ['', '.ts', '.tsx', '.mjs', '.js']

/** @typedef {Map<string, string[]>} ImportGraph each file, from the root, with the files it imports */

/** @returns {ImportGraph} */
export function importGraph() {
  const files = folders.flatMap((folder) => sourcesIn(join(root, folder)))
  return new Map(files.map((file) => [fromRoot(file), importsOf(file).map(fromRoot)]))
}

/**
 * Groups of files each of which reaches all others of its group.
 * @param {ImportGraph} graph
 */
export function circlesOf(graph) {
  const reached = new Map([...graph.keys()].map((file) => [file, reachedFrom(file, graph)]))
  const inCircle = [...graph.keys()].filter((file) => reached.get(file)?.has(file))
  const circles = inCircle.map((file) =>
    inCircle.filter((other) => reached.get(file)?.has(other) && reached.get(other)?.has(file)),
  )
  return circles.filter((circle, index) => circle[0] === inCircle[index])
}

/**
 * @param {string} start
 * @param {ImportGraph} graph
 */
function reachedFrom(start, graph) {
  /** @type {Set<string>} */
  const reached = new Set()
  const waiting = [...(graph.get(start) ?? [])]
  for (let file = waiting.pop(); file; file = waiting.pop()) {
    if (reached.has(file)) continue
    reached.add(file)
    waiting.push(...(graph.get(file) ?? []))
  }
  return reached
}

/**
 * Pairs of folders whose files import from each other, with an import each way. A test may look where its
 * subject may not, so tests do not count.
 * @param {ImportGraph} graph
 */
export function foldersBothWays(graph) {
  /** @type {Map<string, [from: string, to: string]>} */
  const ways = new Map()
  for (const [file, imports] of graph) {
    if (isTest(file)) continue
    for (const target of imports.filter((other) => dirname(other) !== dirname(file))) {
      ways.set(`${dirname(file)} ${dirname(target)}`, [file, target])
    }
  }
  return [...ways].flatMap(([way, there]) => {
    const [one = '', other = ''] = way.split(' ')
    const back = ways.get(`${other} ${one}`)
    return back && one < other ? [{ one, other, there, back }] : []
  })
}

/** @param {string} file */
const isTest = (file) => /\.test\.tsx?$|\/testing\/|^e2e\//.test(file)

/**
 * @param {string} folder
 * @returns {string[]}
 */
function sourcesIn(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory())
      return /^(node_modules|\.next)$/.test(entry.name) ? [] : sourcesIn(path)
    return /\.(tsx?|mjs|js)$/.test(entry.name) ? [path] : []
  })
}

/** @param {string} file */
function importsOf(file) {
  const { importedFiles } = ts.preProcessFile(readFileSync(file, 'utf8'), true, true)
  return importedFiles.flatMap(({ fileName }) => {
    if (!/^(?:\.|@\/)/.test(fileName)) return []
    const path = fileName.startsWith('@/')
      ? join(root, fileName.slice(2))
      : join(dirname(file), fileName)
    const found = endings.map((ending) => path + ending).find(isFile)
    return found ? [found] : []
  })
}

/** @param {string} path */
const isFile = (path) => existsSync(path) && statSync(path).isFile()

/** @param {string} file */
const fromRoot = (file) => relative(root, file).split(sep).join('/')
