/** The trace of an error for the log. It has no message: that may quote what a person typed. */
import 'server-only'

const maxFrames = 10

/** The error's `code`, which Node and undici set; empty when there is none. */
const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** Why a failure came about, in a word: the first code down the chain of causes, or our own word. */
export function reasonOf(cause: unknown): string | undefined {
  if (typeof cause === 'string') return cause
  if (!(cause instanceof Error)) return undefined
  return codeOf(cause) || (reasonOf(cause.cause) ?? cause.name)
}

/** Where an error arose. */
export function traceOf(error: unknown): { name: string; frames: readonly string[] } {
  if (!(error instanceof Error)) return { name: typeof error, frames: [] }
  const { name, message, stack = '' } = error
  const lines = stack.slice(stack.indexOf(message) + message.length).split('\n')
  const frames = lines.map((line) => line.trim()).filter((line) => line.startsWith('at '))
  return { name, frames: frames.slice(0, maxFrames) }
}
