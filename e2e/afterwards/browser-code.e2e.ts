import { expect, test } from '@playwright/test'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const build = join(import.meta.dirname, '..', '..', '.next')

const scripts = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.js'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))

/** The name under which Microsoft Graph is called, and nothing else. */
const callsGraph = (script: string) =>
  /["']user-agent["']:\s*["']api-connectors-portal["']/.test(script)

test('nothing that speaks to Microsoft Graph is in what the browser loads', () => {
  expect(scripts(join(build, 'server')).some(callsGraph), 'the server does').toBe(true)
  expect(scripts(join(build, 'static')).filter(callsGraph)).toEqual([])
})
