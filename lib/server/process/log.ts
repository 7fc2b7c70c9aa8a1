/**
 * The portal's log: JSON lines on standard output. Bodies, tokens and endpoint addresses have no field
 * here; the redaction is for the day when somebody adds one.
 */
import 'server-only'
import { pino, type Logger } from 'pino'
import { escapeControls } from '@/lib/domain/escape-controls'
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
    { write: (line) => process.stdout.write(escapeControls(line)) },
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
