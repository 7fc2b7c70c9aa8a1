/**
 * The portal's log: JSON lines on standard output. Bodies, tokens and endpoint addresses have no field
 * here; the redaction is for the day when somebody adds one.
 */
import 'server-only'
import { pino, type Logger } from 'pino'
import { configuration } from './configuration'

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

let current: Logger | undefined

/** The log of this process. */
export function log(): Logger {
  current ??= pino(
    {
      level: configuration().logLevel,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: secrets.flatMap((name) => [name, `*.${name}`]), censor: '[redacted]' },
    },
    process.stdout,
  )
  return current
}
