import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { startEmulator } from './emulator'
import { portOf } from './basics/listening'

test('two emulators run side by side', async () => {
  const one = await startEmulator({ port: 0, tlsPort: 0 })
  const other = await startEmulator({ port: 0, tlsPort: 0 })
  expect(one.url).not.toBe(other.url)
  expect((await fetch(`${one.url}/_emulator/health`)).status).toBe(200)
  expect((await fetch(`${other.url}/_emulator/health`)).status).toBe(200)
  await Promise.all([one.stop(), other.stop()])
})

test('after it stopped its ports are free again, and nothing answers', async () => {
  const first = await startEmulator({ port: 0, tlsPort: 0 })
  await fetch(`${first.url}/_emulator/health`)
  await first.stop()
  await expect(fetch(`${first.url}/_emulator/health`)).rejects.toThrow()
  const port = Number(new URL(first.url).port)
  const again = await startEmulator({ port, tlsPort: 0 })
  expect(again.url).toBe(first.url)
  await again.stop()
})

test('it is reached over IPv4, and over IPv6 where the machine has it', async () => {
  const emulator = await startEmulator({ port: 0, tlsPort: 0 })
  const { port } = new URL(emulator.url)
  expect((await fetch(`http://127.0.0.1:${port}/_emulator/health`)).status).toBe(200)
  if (await hasIPv6()) {
    expect((await fetch(`http://[::1]:${port}/_emulator/health`)).status).toBe(200)
  }
  await emulator.stop()
})

test('a port that is taken is said in one sentence, with status 1', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  const program = startProgram({ EMULATOR_PORT: String(portOf(taken)), EMULATOR_TLS_PORT: '0' })
  const [said, status] = await Promise.all([errorsOf(program), exitOf(program)])
  expect(status).toBe(1)
  expect(said.trim()).toBe(
    `The emulator cannot start: port ${portOf(taken)} is in use. Set EMULATOR_PORT or EMULATOR_TLS_PORT to a free one.`,
  )
  taken.close()
})

test('a port that is no port is said, too', async () => {
  const program = startProgram({ EMULATOR_PORT: 'many' })
  const [said, status] = await Promise.all([errorsOf(program), exitOf(program)])
  expect(status).toBe(1)
  expect(said).toContain('EMULATOR_PORT must be a port number')
})

test('the program says when it is ready, writes its authority down and ends when it is told', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'emulator-'))
  const file = join(folder, 'ca.pem')
  const program = startProgram({
    EMULATOR_PORT: '0',
    EMULATOR_TLS_PORT: '0',
    EMULATOR_CA_FILE: file,
  })
  const [line] = (await once(program.stdout ?? program, 'data')) as [Buffer]
  expect(String(line)).toMatch(/^Emulator ready at http:\/\/localhost:\d+ /)
  expect(await readFile(file, 'utf8')).toContain('BEGIN CERTIFICATE')
  program.kill('SIGTERM')
  expect(await exitOf(program)).toBe(0)
  await rm(folder, { recursive: true })
})

function startProgram(environment: Record<string, string>): ChildProcess {
  const script = new URL('./start.ts', import.meta.url).pathname
  return spawn(process.execPath, ['--import', 'tsx', script], {
    // eslint-disable-next-line no-restricted-syntax -- A program needs its parent's environment.
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

function errorsOf({ stderr }: ChildProcess): Promise<string> {
  return stderr ? text(stderr) : Promise.resolve('')
}

async function exitOf(program: ChildProcess): Promise<unknown> {
  const [status] = (await once(program, 'exit')) as unknown[] // Node types an event's values as any.
  return status
}

async function hasIPv6(): Promise<boolean> {
  const server = createServer()
  const isListening = new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false))
    server.listen(0, '::1', () => resolve(true))
  })
  const has = await isListening
  server.close()
  return has
}
