/** Takes the time of a call's stages. */
import 'server-only'
import type { Stage, StageName } from '@/lib/contract/connector-test'

export type StageClock = {
  /** Begins a stage; the one before has ended well. */
  readonly begin: (name: StageName) => void
  readonly end: () => void
  /** Ends the call in failure, which a later stage may only have brought to light. */
  readonly fail: (blamed?: StageName) => { readonly stage: StageName }
  readonly stages: () => Stage[]
}

type Timed = { readonly name: StageName; readonly startedMs: number; endedMs?: number }

/** `nowMs` only goes forward. */
export function createStageClock(nowMs: () => number = () => performance.now()): StageClock {
  const timed: Timed[] = []
  let failed: StageName | undefined
  const end = () => {
    const last = timed.at(-1)
    if (last) last.endedMs ??= nowMs()
  }
  return {
    begin: (name) => {
      end()
      timed.push({ name, startedMs: nowMs() })
    },
    end,
    fail: (blamed) => {
      const at = timed.findIndex(({ name }) => name === blamed)
      if (at >= 0) timed.length = at + 1
      const last = timed.at(-1)
      if (!last) throw new Error('No stage has begun')
      last.endedMs = nowMs()
      failed = last.name
      return { stage: last.name }
    },
    stages: () =>
      timed.map(({ name, startedMs, endedMs = nowMs() }) => ({
        name,
        ms: Math.round((endedMs - startedMs) * 10) / 10,
        ok: name !== failed,
      })),
  }
}
