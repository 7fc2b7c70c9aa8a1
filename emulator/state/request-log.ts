// The Graph calls a world received, for tests that ask what was really sent. Bodies are not kept.
export type RecordedRequest = {
  method: string
  path: string
  query: Record<string, string>
  headers: Record<string, string>
  /** ISO 8601, real time. */
  time: string
  /** `null` while no answer was sent, which stays so if the connection was cut. */
  status: number | null
  /** The kind of the fault that hit the call, if any. */
  fault: string | null
  requestId: string
}

const secretHeaders: readonly string[] = ['authorization', 'cookie', 'proxy-authorization']
const mostKept = 10_000

/** Adds the call to a world's log, of which the oldest entries are dropped beyond 10,000. */
export function recordRequest(log: RecordedRequest[], request: RecordedRequest): void {
  log.push(request)
  // Cut in chunks, because moving the whole log at every call would slow a benchmark.
  if (log.length > mostKept * 1.1) log.splice(0, mostKept * 0.1)
}

/** Headers as texts; a secret one keeps its scheme at most. */
export function redactHeaders(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): Record<string, string> {
  const entries = Object.entries(headers)
  return Object.fromEntries(entries.map(([name, value]) => [name, redact(name, String(value))]))
}

function redact(name: string, value: string): string {
  if (!secretHeaders.includes(name)) return value
  const scheme = /^(Bearer|Basic) /i.exec(value)?.[0] ?? ''
  return `${scheme}[redacted]`
}
