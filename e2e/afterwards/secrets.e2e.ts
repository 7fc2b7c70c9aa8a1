import { expect, test } from '@playwright/test'
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { outputFile } from '../../scripts/lib/output.mjs'
import { wantedPorts } from '../../scripts/lib/ports.mjs'
import { secretsFolder } from '../support/canary'
import { isIn } from '../support/secrets'

function secretsIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  const lines = readdirSync(folder).flatMap((name) =>
    readFileSync(join(folder, name), 'utf8').trim().split('\n'),
  )
  return [...new Set(lines.map((line) => JSON.parse(line) as string))]
}

test('nothing that was typed, chosen or given out in any test is in what the servers wrote', ({}, {
  project,
}) => {
  const { PORT, EMULATOR_PORT } = wantedPorts()
  const folder = secretsFolder(project.outputDir)
  const secrets = secretsIn(folder)
  rmSync(folder, { recursive: true, force: true })

  for (const file of [outputFile('portal', PORT), outputFile('emulator', EMULATOR_PORT)]) {
    const written = readFileSync(file, 'utf8')
    expect(written, `${file} is of this run`).not.toBe('')
    const hasSecret = secrets.some((secret) => isIn(written, secret))
    expect(hasSecret, `a secret in ${file}`).toBe(false)
  }
})
