/** What a request costs everybody else: the longest time in which the portal did not say that it is there. */
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'

export type HealthWatch = {
  /** Milliseconds of the slowest answer of `/api/health` while the work ran and shortly after. */
  readonly during: (work: () => Promise<unknown>) => Promise<number>
  readonly stop: () => Promise<unknown>
}

type Told = { readonly worstMs: number; readonly count: number }

/** Work that is put off until the answer is sent is over by then. */
const afterMs = 100

/** @param port of a portal on this machine */
export function watchHealth(port: number): HealthWatch {
  const worker = new Worker(new URL('health-watch.mjs', import.meta.url), { workerData: { port } })
  const told = async () => {
    worker.postMessage('tell')
    const [message] = (await once(worker, 'message')) as [Told]
    return message
  }
  /** So that a wait which began before is over, and one that began meanwhile counts. */
  const settled = async () => {
    let latest = await told()
    while (latest.count === 0) {
      await wait(10)
      const { worstMs, count } = await told()
      latest = { worstMs: Math.max(latest.worstMs, worstMs), count }
    }
    return latest.worstMs
  }
  return {
    during: async (work) => {
      await settled()
      await settled()
      await work()
      await wait(afterMs)
      const first = (await told()).worstMs
      return Math.max(first, await settled())
    },
    stop: () => worker.terminate(),
  }
}
