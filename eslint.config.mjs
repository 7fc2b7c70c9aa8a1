// The house rules as lint. `lib/house.test.ts` plants a violation of each and sees it reported.
import comments from '@eslint-community/eslint-plugin-eslint-comments/configs'
import next from '@next/eslint-plugin-next'
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript'
import { createNodeResolver, importX } from 'eslint-plugin-import-x'
import playwright from 'eslint-plugin-playwright'
import reactHooks from 'eslint-plugin-react-hooks'
import { existsSync, readdirSync } from 'node:fs'
import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'

const anyPackage = './node_modules'
const tests = ['**/*.test.{ts,tsx}', 'lib/**/testing/**', 'e2e/api/**']
const fixtures = ['lib/**/fixtures/**']
const toolFiles = ['*.config.{ts,mjs,js}', '**/next.config.{js,mjs}']
const programs = [
  'scripts/**',
  'bench/**',
  'emulator/start.ts',
  'lib/**/testing/fuzz.ts',
  'samples/express/start.ts',
  'samples/azure-functions/src/functions/**',
]

/** The folders of components that are about one subject; the other three know none. */
const subjects = (
  existsSync('components') ? readdirSync('components', { withFileTypes: true }) : []
)
  .filter((entry) => entry.isDirectory() && !['forms', 'grid', 'shell'].includes(entry.name))
  .map((entry) => entry.name)

const underComponents = [
  './lib/contract',
  './lib/domain',
  './lib/client',
  './lib/messages',
  anyPackage,
]

/**
 * Who may import whom: whatever is not named here is forbidden, a folder of tomorrow included.
 * @type {Record<string, string[]>}
 */
const layers = {
  './lib/contract': ['./node_modules/zod'],
  './lib/messages': ['use-intl', '@formatjs', 'icu-minify'].map((name) => `./node_modules/${name}`),
  './lib/domain': [
    './lib/contract',
    './node_modules/zod',
    './node_modules/@noble',
    './node_modules/ipaddr.js',
    // Its ciphers only: the rest has had too many holes.
    ...['aes', 'cipher', 'des', 'rc2', 'util'].map(
      (name) => `./node_modules/node-forge/lib/${name}.js`,
    ),
  ],
  './lib/client': ['./lib/contract', './lib/domain', './lib/messages', anyPackage],
  './lib/graph': [
    './lib/contract',
    './lib/domain',
    './lib/messages',
    './node_modules/undici',
    './node_modules/zod',
  ],
  './lib/server': ['./lib/contract', './lib/domain', './lib/graph', './lib/messages', anyPackage],
  './components/forms': underComponents,
  './components/grid': ['./components/shell', ...underComponents],
  './components/shell': underComponents,
  ...Object.fromEntries(
    subjects.map((subject) => [
      `./components/${subject}`,
      [
        './components/forms',
        './components/grid',
        './components/shell',
        ...(subject === 'connectors'
          ? ['./components/certificates', './components/connector-tests', './components/user-flows']
          : []),
        ...underComponents,
      ],
    ]),
  ),
  './app/api': [
    './lib/contract',
    './lib/domain',
    './lib/graph',
    './lib/server',
    './lib/messages',
    anyPackage,
  ],
  './app/{!(api)/**,*.*}': [
    './app',
    './components',
    './lib/server/configuration/configuration.ts',
    ...underComponents,
  ],
  './proxy.ts': [
    './lib/contract',
    './lib/domain',
    './lib/server/configuration/configuration.ts',
    './lib/server/configuration/content-security-policy.ts',
    anyPackage,
  ],
  './emulator': [anyPackage],
  './samples': [anyPackage],
  './e2e/api': ['./app/api', './lib', './emulator', './samples', anyPackage],
  './e2e/{!(api)/**,*.*}': [
    './e2e',
    './emulator',
    './lib/contract/routes.ts',
    './scripts/lib/ports.mjs',
    './scripts/lib/output.mjs',
    './scripts/lib/servers.mjs',
    './scripts/lib/processes.mjs',
    anyPackage,
  ],
  './scripts': [anyPackage],
  './bench': ['./scripts', './next.config.js', anyPackage],
}

/** @param {string[]} [more] what these files may import besides */
const zones = (more = []) =>
  Object.entries(layers).map(([target, allowed]) => ({
    target,
    from: './',
    except: [...new Set([...(target.includes('*') ? [] : [target]), ...allowed, ...more])],
    message: `${target} may import only from ${allowed.join(', ')}.`,
  }))

const oneHome = {
  enum: { selector: 'TSEnumDeclaration', message: 'Use a union of strings.' },
  testId: {
    selector:
      ':matches(CallExpression[callee.property.name=/TestId$/], JSXAttribute[name.name="data-testid"])',
    message: 'Find things as a person does: by role and name.',
  },
  patchedAnswer: {
    selector: 'CallExpression[callee.object.name=/^(page|context)$/][callee.property.name="route"]',
    message: 'Ask the emulator for the failure instead.',
  },
  patchedModule: {
    selector: 'CallExpression[callee.object.name="vi"][callee.property.name=/^(do)?[mM]ock$/]',
    message: 'Test our own modules as they are.',
  },
  environment: {
    selector: 'MemberExpression[object.name="process"][property.name="env"]',
    message: 'Settings are read in lib/server/configuration.',
  },
  fetch: {
    selector: 'CallExpression[callee.name="fetch"]',
    message: 'The browser asks through lib/client, the server through undici.',
  },
}

/**
 * @param {(keyof typeof oneHome)[]} allowed
 * @returns {{ 'no-restricted-syntax': ['error', ...object[]] }}
 */
const onlyAtHome = (...allowed) => {
  const elsewhere = Object.entries(oneHome).filter(([name]) => !allowed.some((x) => x === name))
  return { 'no-restricted-syntax': ['error', ...elsewhere.map(([, rule]) => rule)] }
}

export default defineConfig(
  {
    ignores: [
      '.next/',
      '**/.next/',
      'next-env.d.ts',
      'coverage/',
      'playwright-report/',
      '.mutants/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  tseslint.configs.strictTypeChecked,
  next.configs['core-web-vitals'],
  reactHooks.configs.flat.recommended,
  comments.recommended,
  importX.flatConfigs.typescript,
  {
    plugins: { 'import-x': importX },
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    settings: {
      'import-x/resolver-next': [createTypeScriptImportResolver(), createNodeResolver()],
    },
    rules: {
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      complexity: ['error', 8],
      'max-depth': ['error', 2],
      'max-params': ['error', 3],
      eqeqeq: 'error',
      'prefer-const': 'error',
      'no-nested-ternary': 'error',
      'no-console': 'error',
      ...onlyAtHome(),
      '@eslint-community/eslint-comments/require-description': 'error',
      'import-x/no-default-export': 'error',
      'import-x/no-restricted-paths': ['error', { zones: zones(), basePath: import.meta.dirname }],
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // Functions are passed around here, not methods; async without await turns throws into rejections.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false } },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    files: ['lib/{contract,domain,messages,client}/**', 'components/**'],
    ignores: [...tests, ...fixtures],
    rules: { 'import-x/no-nodejs-modules': 'error' },
  },
  {
    files: [...tests, ...fixtures],
    rules: {
      ...onlyAtHome('fetch'),
      'max-lines-per-function': 'off',
      'import-x/no-restricted-paths': [
        'error',
        { zones: zones(['./emulator', './samples', anyPackage]), basePath: import.meta.dirname },
      ],
    },
  },
  { files: ['lib/client/**', 'emulator/testing/**'], rules: onlyAtHome('fetch') },
  {
    files: ['lib/server/configuration/configuration*.ts', 'instrumentation.ts'],
    rules: onlyAtHome('environment'),
  },
  {
    files: [...programs, ...toolFiles, 'e2e/**'],
    rules: onlyAtHome('environment', 'fetch'),
  },
  { files: [...programs, 'e2e/support/console-errors.ts'], rules: { 'no-console': 'off' } },
  {
    // Only an interface can add to a library's own.
    files: ['**/*.d.ts'],
    rules: { '@typescript-eslint/consistent-type-definitions': 'off' },
  },
  {
    // Next and the tools ask for a default export here; nothing else has one.
    files: [
      '**/app/**/{page,layout,template,loading,error,global-error,not-found,global-not-found}.tsx',
      '**/app/**/{icon,manifest,robots,sitemap}.{ts,tsx}',
      ...toolFiles,
    ],
    rules: { 'import-x/no-default-export': 'off' },
  },
  {
    ...playwright.configs['flat/recommended'],
    files: ['e2e/**/*.ts'],
    ignores: ['e2e/api/**'],
    rules: {
      ...playwright.configs['flat/recommended'].rules,
      // Its fixtures call a function named `use`.
      'react-hooks/rules-of-hooks': 'off',
      'playwright/expect-expect': [
        'error',
        { assertFunctionNames: ['axe', 'runCell', 'expectInSight'] },
      ],
    },
  },
)
