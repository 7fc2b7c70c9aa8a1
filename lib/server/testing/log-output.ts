/** What the log writes while a test runs. */
import { vi } from 'vitest'

export type LogOutput = {
  readonly text: () => string
  /** The request log: all but the audit log. */
  readonly lines: () => Record<string, unknown>[]
  readonly audit: () => Record<string, unknown>[]
  readonly clear: () => void
}

/** Takes the log's output, which then does not appear on the screen. */
export function captureLog(): LogOutput {
  const written: string[] = []
  const isLogLine = (chunk: unknown): chunk is string =>
    typeof chunk === 'string' && chunk.startsWith('{"level"')
  const original = process.stdout.write.bind(process.stdout)
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk: string | Uint8Array) => {
    if (!isLogLine(chunk)) return original(chunk)
    written.push(chunk)
    return true
  })
  const parsed = () => written.map((line) => JSON.parse(line) as Record<string, unknown>)
  const isAudit = ({ event }: Record<string, unknown>) => event === 'audit'
  return {
    text: () => written.join(''),
    lines: () => parsed().filter((line) => !isAudit(line)),
    audit: () => parsed().filter(isAudit),
    clear: () => {
      written.length = 0
    },
  }
}
