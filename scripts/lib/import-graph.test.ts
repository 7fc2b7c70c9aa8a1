/** The check of how files hang together bites: each fault is made here, and the complaint is looked for. */
import { describe, expect, it } from 'vitest'
import { circlesOf, foldersBothWays, importGraph } from './import-graph.mjs'

const graphOf = (imports: Record<string, string[]>) => new Map(Object.entries(imports))

describe('a circle', () => {
  it('is found with all its files, each circle once', () => {
    const graph = graphOf({ a: ['b'], b: ['c'], c: ['a', 'd'], d: [], e: ['f'], f: ['e'] })
    expect(circlesOf(graph)).toEqual([
      ['a', 'b', 'c'],
      ['e', 'f'],
    ])
  })

  it('may be one file', () => {
    expect(circlesOf(graphOf({ a: ['a'], b: ['a'] }))).toEqual([['a']])
  })
})

describe('two folders', () => {
  it('that import from each other are told with an import each way', () => {
    const graph = graphOf({ 'x/a': ['y/b'], 'y/b': [], 'y/c': ['x/d'], 'x/d': [] })
    expect(foldersBothWays(graph)).toEqual([
      { one: 'x', other: 'y', there: ['x/a', 'y/b'], back: ['y/c', 'x/d'] },
    ])
  })

  it('are fine one way, and tests do not count', () => {
    const graph = graphOf({ 'x/a': ['y/b'], 'y/b': [], 'y/b.test.ts': ['x/a'] })
    expect(foldersBothWays(graph)).toEqual([])
  })
})

it('the files of the project are read with what they import, types too', () => {
  const graph = importGraph()
  expect(graph.get('lib/client/session/access-token.ts')).toContain('lib/client/session/sign-in.ts')
  expect(graph.get('app/setup/page.tsx')).toContain('components/setup/setup-guide.tsx')
})
