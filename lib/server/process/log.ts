/**
 * The portal's log: JSON lines on standard output. Bodies, tokens and endpoint addresses have no field
 * here; the redaction is for the day when somebody adds one.
 */
import 'server-only'
import { pino, type Logger } from 'pino'
import { configuration } from '../configuration/configuration'
import type { LogLevel } from '../configuration/environment'

const secrets = [
  'authorization',
  'cookie',
  'password',
  'pkcs12Value',
  'targetUrl',
  'token',
  'access_token',
  'body',
]

const createLog = (level: LogLevel): Logger =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: secrets.flatMap((name) => [name, `*.${name}`]), censor: '[redacted]' },
    },
    { write: (line) => process.stdout.write(withoutControls(line)) },
  )

/** JSON escapes the controls of ASCII; these would reach whoever reads the log in a terminal. */
const withoutControls = (line: string): string =>
  line.replaceAll(
    /[\u007f-\u009f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

let current: Logger | undefined
let currentAudit: Logger | undefined

/** The log of this process. */
export function log(): Logger {
  current ??= createLog(configuration().logLevel)
  return current
}

/** Where changes are recorded, at whatever level the rest is logged; only `silent` stops it. */
export function auditLog(): Logger {
  currentAudit ??= createLog(configuration().logLevel === 'silent' ? 'silent' : 'info')
  return currentAudit
}
