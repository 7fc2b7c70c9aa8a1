/** How much memory a process holds, as its system tells. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

/** @param pidFile that holds the number of the process */
export function residentMegabytes(pidFile: string): number {
  const pid = readFileSync(pidFile, 'utf8')
  const status = `/proc/${pid}/status`
  // In kilobytes, both.
  const kilobytes = existsSync(status)
    ? /^VmRSS:\s+(\d+)/m.exec(readFileSync(status, 'utf8'))?.[1]
    : execFileSync('ps', ['-o', 'rss=', '-p', pid], { encoding: 'utf8' })
  return Number(kilobytes) / 1024
}
