// `npm run emulator`: the emulator as a program of its own.
import { writeFile } from 'node:fs/promises'
import { startEmulator } from './emulator'

const port = readPort('EMULATOR_PORT', 4000)
const tlsPort = readPort('EMULATOR_TLS_PORT', 4443)

try {
  const emulator = await startEmulator({ port, tlsPort })
  const { EMULATOR_CA_FILE: caFile } = process.env
  if (caFile) await writeFile(caFile, emulator.caCertificatePem)
  const end = () => void emulator.stop().then(() => process.exit(0))
  process.once('SIGINT', end)
  process.once('SIGTERM', end)
  console.log(`Emulator ready at ${emulator.url} (sample APIs at ${emulator.tlsUrl})`)
} catch (error) {
  console.error(explain(error))
  process.exit(1)
}

function readPort(name: string, standard: number): number {
  const text = process.env[name] ?? ''
  const number = text === '' ? standard : Number(text)
  if (Number.isInteger(number) && number >= 0 && number <= 65_535) return number
  console.error(`${name} must be a port number from 0 to 65535, but it is "${text}".`)
  return process.exit(1)
}

function explain(error: unknown): string {
  const { code, port: taken, message } = error as NodeJS.ErrnoException & { port?: number } // From Node.
  return code === 'EADDRINUSE'
    ? `The emulator cannot start: port ${taken ?? port} is in use. Set EMULATOR_PORT or EMULATOR_TLS_PORT to a free one.`
    : `The emulator cannot start: ${message}`
}
