/** The house rules bite: each is broken here on purpose, and the complaint is looked for. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { complaints, filesUnder, root } from './testing/planted'

const restricted = 'no-restricted-syntax'

it.each([
  ['a setting read out of place', 'lib/server/planted.ts', 'void process.env.PORT', restricted],
  ['an enum', 'lib/domain/planted.ts', 'export enum Step { One }', restricted],
  ['fetch on the server', 'lib/server/planted.ts', "void fetch('/')", restricted],
  ['a test id sought', 'e2e/planted.e2e.ts', "void page.getByTestId('x')", restricted],
  ['a test id given', 'components/forms/a.tsx', 'void (<p data-testid="x" />)', restricted],
  ['a patched answer', 'e2e/planted.e2e.ts', "void page.route('**', stop)", restricted],
  ['a patched module', 'lib/domain/planted.test.ts', "vi.mock('./pfx')", restricted],
  ['a default export', 'lib/domain/planted.ts', 'export default 1', 'import-x/no-default-export'],
  ['Node in the browser', 'lib/client/a.ts', "import 'node:fs'", 'import-x/no-nodejs-modules'],
  ['console', 'lib/server/planted.ts', "console.log('x')", 'no-console'],
  ['any', 'lib/domain/planted.ts', 'export let x: any', '@typescript-eslint/no-explicit-any'],
  [
    'an interface',
    'lib/domain/planted.ts',
    'export interface Step { id: string }',
    '@typescript-eslint/consistent-type-definitions',
  ],
  [
    'a suppression without a reason',
    'lib/domain/planted.ts',
    '// eslint-disable-next-line eqeqeq\nvoid (1 == 1)',
    '@eslint-community/eslint-comments/require-description',
  ],
  ['a long function', 'lib/domain/a.ts', functionOf('void 0', 61), 'max-lines-per-function'],
  ['a long file', 'lib/domain/a.ts', 'void 0\n'.repeat(251), 'max-lines'],
  ['many branches', 'lib/domain/a.ts', functionOf('if (x) void 0', 8), 'complexity'],
  ['deep nesting', 'lib/domain/a.ts', 'if (a) { if (b) { if (c) { void 0 } } }', 'max-depth'],
  ['four parameters', 'lib/domain/a.ts', 'export const f = (a, b, c, d) => 0', 'max-params'],
])('%s is reported', async (...[, path, code, rule]) => {
  expect(await complaints(path, code)).toContain(rule)
})

it.each([
  [
    'a setting read in its place',
    'lib/server/configuration/configuration.ts',
    'void process.env.PORT',
  ],
  ['fetch in the browser', 'lib/client/planted.ts', "void fetch('/')"],
  ['a page', 'app/planted/page.tsx', 'export default function Page() { return null }'],
  ['a long test', 'lib/domain/a.test.ts', functionOf('void 0', 61)],
  ['output of a program', 'scripts/planted.mjs', "console.log('x')"],
])('%s is fine', async (_, path, code) => {
  expect(await complaints(path, code)).toEqual([])
})

function functionOf(statement: string, times: number): string {
  return `export function f(x: boolean) {\nvoid x\n\n${`${statement}\n`.repeat(times)}}\n`
}

const atRoot = [
  '.ci .editorconfig .env.example .gitignore .githooks .github .npmrc .nvmrc .prettierignore .vscode',
  'ARCHITECTURE.md CHANGELOG.md CONTRIBUTING.md LICENSE README.md SECURITY.md',
  'Dockerfile .dockerignore compose.yaml',
  'app bench components deploy docs e2e emulator lib public samples scripts',
  'eslint.config.mjs instrumentation.ts instrumentation-client.ts knip.json next.config.js',
  'package-lock.json package.json playwright.config.ts proxy.ts tsconfig.json vitest.config.ts',
].flatMap((line) => line.split(' '))

const neverCommitted =
  /^(\.git|\.next|\.emulator|\.mutants|node_modules|coverage|test-results|playwright-report|next-env\.d\.ts|\.env|\.env\.local|.*\.tsbuildinfo)$/

describe('the house', () => {
  it('has nothing at its root that a reader would not look for there', () => {
    const entries = readdirSync(root).filter((entry) => !neverCommitted.test(entry))

    expect(entries.filter((entry) => !atRoot.includes(entry))).toEqual([])
  })

  it('keeps every server file out of the browser', () => {
    // The entry of a thread is in no page's bundle, and starts where nothing replaces that import.
    const other = /\.(test|worker)\.|\/testing\//
    const files = filesUnder('lib/server').filter((file) => !other.test(file))

    expect(files.filter((file) => !startsServerOnly(file))).toEqual([])
  })

  it('ends the names of browser tests in .e2e.ts', () => {
    const files = filesUnder('e2e').filter((file) => !/^e2e\/(support|api)\//.test(file))

    expect(files.filter((file) => !file.endsWith('.e2e.ts'))).toEqual([])
  })

  it('knows nothing of the machine it was written on', () => {
    expect(filesWith(/\/(?:work|home|root|Users|tmp)\/[a-z]|registry\.npmjs|unpkg\.com/)).toEqual(
      [],
    )
  })

  it('has no kitchen-sink folder and no barrel file', () => {
    const names =
      /(^|\/)(utils|helpers|hooks|types|constants|services|common|shared|misc)\/|(^|\/)index\.tsx?$/

    expect(sourceFiles().filter((file) => names.test(file))).toEqual([])
  })
})

function startsServerOnly(file: string): boolean {
  const withoutComments = readFileSync(join(root, file), 'utf8').replace(
    /^(\s*\/\*[^]*?\*\/)*\s*/,
    '',
  )
  return withoutComments.startsWith("import 'server-only'\n")
}

const sourceFolders =
  'app bench components deploy docs e2e emulator lib public samples scripts .ci'.split(' ')

function sourceFiles(): string[] {
  const folders = readdirSync(root).filter((entry) => sourceFolders.includes(entry))
  const files = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isFile())
  return [
    ...files.map(({ name }) => name).filter((name) => !neverCommitted.test(name)),
    ...folders.flatMap(filesUnder),
  ].filter((file) => !/node_modules|\.next\/|results\.json/.test(file))
}

const filesWith = (words: RegExp): string[] =>
  sourceFiles().filter((file) => words.test(readFileSync(join(root, file), 'utf8')))
