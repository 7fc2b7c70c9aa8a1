/** Who may import whom: each wrong way is planted here, and the complaint is looked for. */
import { dirname, extname, relative, sep } from 'node:path'
import { describe, expect, it } from 'vitest'
import { complaints, filesUnder } from './testing/planted'

/** Some module of a folder: which one does not matter to a rule about folders. */
function moduleIn(folder: string): string {
  const path = filesUnder(folder).find((file) => /(?<!\.test|\.d)\.tsx?$/.test(file))
  if (!path) throw new Error(`${folder} holds no module`)
  return path.slice(0, -extname(path).length)
}

/** An import as it would be written in `from`, without relying on the alias. */
function importOf(target: string, from: string): string {
  const way = relative(dirname(from), target).split(sep).join('/')
  return `import '${way.startsWith('.') ? way : `./${way}`}'\n`
}

const layers = [
  'app/api',
  'app/connectors',
  'components/certificates',
  'components/connector-tests',
  'components/connectors',
  'components/forms',
  'components/grid',
  'components/setup',
  'components/shell',
  'components/user-flows',
  'emulator',
  'lib/client',
  'lib/contract',
  'lib/domain',
  'lib/graph',
  'lib/messages',
  'lib/server',
  'samples',
]

/** Who may import whom, by a new file in each place. */
const allowed: Record<string, string[]> = {
  'lib/contract/planted.ts': ['lib/contract'],
  'lib/messages/planted.ts': ['lib/messages'],
  'lib/domain/planted.ts': ['lib/contract', 'lib/domain'],
  'lib/domain/planted.test.ts': ['lib/contract', 'lib/domain', 'emulator', 'samples'],
  'lib/client/planted.ts': ['lib/client', 'lib/contract', 'lib/domain', 'lib/messages'],
  'lib/graph/planted.ts': ['lib/contract', 'lib/domain', 'lib/graph', 'lib/messages'],
  'lib/server/planted.ts': [
    'lib/contract',
    'lib/domain',
    'lib/graph',
    'lib/messages',
    'lib/server',
  ],
  'lib/server/planted.test.ts': [
    'emulator',
    'lib/contract',
    'lib/domain',
    'lib/graph',
    'lib/messages',
    'lib/server',
    'samples',
  ],
  'components/forms/planted.tsx': [
    'components/forms',
    'lib/client',
    'lib/contract',
    'lib/domain',
    'lib/messages',
  ],
  'components/shell/planted.tsx': [
    'components/shell',
    'lib/client',
    'lib/contract',
    'lib/domain',
    'lib/messages',
  ],
  'components/grid/planted.tsx': [
    'components/grid',
    'components/shell',
    'lib/client',
    'lib/contract',
    'lib/domain',
    'lib/messages',
  ],
  'components/certificates/planted.tsx': [
    'components/certificates',
    'components/forms',
    'components/grid',
    'components/shell',
    'lib/client',
    'lib/contract',
    'lib/domain',
    'lib/messages',
  ],
  'components/connectors/planted.tsx': [
    'components/certificates',
    'components/connector-tests',
    'components/connectors',
    'components/forms',
    'components/grid',
    'components/shell',
    'components/user-flows',
    'lib/client',
    'lib/contract',
    'lib/domain',
    'lib/messages',
  ],
  'app/planted/page.tsx': layers.filter(
    (layer) => !['emulator', 'lib/graph', 'lib/server', 'samples'].includes(layer),
  ),
  'app/api/planted/route.ts': [
    'app/api',
    'lib/contract',
    'lib/domain',
    'lib/graph',
    'lib/messages',
    'lib/server',
  ],
  'emulator/planted.ts': ['emulator'],
  'samples/planted.ts': ['samples'],
  'e2e/planted.e2e.ts': ['emulator'],
  'e2e/api/planted.test.ts': [
    'app/api',
    'emulator',
    'lib/client',
    'lib/contract',
    'lib/domain',
    'lib/graph',
    'lib/messages',
    'lib/server',
    'samples',
  ],
  'scripts/planted.mjs': [],
  'bench/planted.mjs': [],
}

describe.each(Object.entries(allowed))('%s', (path, mayImport) => {
  it.each(layers)('is held to the layers when it imports from %s', async (layer) => {
    const found = await complaints(path, importOf(moduleIn(layer), path))

    expect(found.includes('import-x/no-restricted-paths')).toBe(!mayImport.includes(layer))
  })
})

it.each([
  ['app/planted/page.tsx', 'lib/server/configuration/configuration'],
  ['proxy.ts', 'lib/server/configuration/configuration'],
  ['lib/graph/planted.ts', 'node_modules/undici/index.js'],
  ['e2e/planted.e2e.ts', 'lib/contract/routes'],
  ['bench/planted.mjs', 'scripts/lib/ports.mjs'],
  ['lib/contract/planted.ts', 'node_modules/zod/index.js'],
  ['lib/domain/planted.ts', 'node_modules/node-forge/lib/des.js'],
])('%s may import %s', async (path, target) => {
  const found = await complaints(path, importOf(target, path))

  expect(found).not.toContain('import-x/no-restricted-paths')
})

it.each([
  ['proxy.ts', 'lib/server/endpoint/handler'],
  ['lib/graph/planted.ts', 'node_modules/next/server.js'],
  ['lib/graph/planted.ts', 'node_modules/react/index.js'],
  ['lib/graph/planted.ts', 'node_modules/server-only/index.js'],
  ['e2e/planted.e2e.ts', 'lib/contract/problem'],
  ['lib/contract/planted.ts', 'node_modules/react/index.js'],
  ['lib/domain/planted.ts', 'node_modules/react/index.js'],
  ['lib/domain/planted.ts', 'node_modules/node-forge/lib/index.js'],
  ['lib/messages/planted.ts', 'node_modules/zod/index.js'],
])('%s may not import %s', async (path, target) => {
  const found = await complaints(path, importOf(target, path))

  expect(found).toContain('import-x/no-restricted-paths')
})
