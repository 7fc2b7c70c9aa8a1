/** Calls that take turns: few at once and few a minute, and those a person is looking at go first. */
import {
  atOnce,
  lastMinute,
  nextStart,
  timeLeftMs,
  type Urgency,
} from '@/lib/domain/user-flows/reading-pace'

/** When calls began, epoch milliseconds in order; shared by all pages that call in one's name. */
export type CallMemory = {
  readonly recall: () => readonly number[]
  readonly keep: (starts: readonly number[]) => void
}

type Job = { readonly key: string; readonly start: () => Promise<void> }

/** Until calls have been timed. */
const guessedCallMs = 200

export class PacedCalls {
  readonly #memory: CallMemory
  #waiting: readonly Job[] = []
  #running = 0
  #callMs = guessedCallMs
  #inSight: ReadonlySet<string> = new Set()
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(memory: CallMemory) {
    this.#memory = memory
  }

  /** Calls when its turn has come. @param key by which `prefer` knows it */
  inTurn<Value>(key: string, call: () => Promise<Value>): Promise<Value> {
    return new Promise((resolve, reject) => {
      const start = () => this.#timed(call).then(resolve, reject)
      this.#waiting = [...this.#waiting, { key, start }]
      this.#startWhatMay()
    })
  }

  /** Calls now, since a person waits for it; it counts like the others. */
  now<Value>(call: () => Promise<Value>): Promise<Value> {
    this.#count(Date.now())
    return call()
  }

  /** These go before the others that wait, and may use more of the minute, until others are named. */
  prefer(keys: ReadonlySet<string>): void {
    this.#inSight = keys
    this.#startWhatMay()
  }

  /** How long it takes from `now`, epoch milliseconds, until so many calls are answered, in ms. */
  timeLeftMs(left: number, now: number): number {
    return timeLeftMs({ starts: this.#starts(now), left, callMs: this.#callMs, now })
  }

  #startWhatMay(): void {
    clearTimeout(this.#timer)
    while (this.#running < atOnce) {
      const [job, urgency] = this.#next()
      if (!job) return
      const now = Date.now()
      const at = nextStart(this.#starts(now), urgency, now)
      if (at > now) {
        this.#timer = setTimeout(() => this.#startWhatMay(), at - now)
        return
      }
      this.#start(job, now)
    }
  }

  #next(): [job: Job | undefined, urgency: Urgency] {
    const seen = this.#waiting.find(({ key }) => this.#inSight.has(key))
    return seen ? [seen, 'inSight'] : [this.#waiting[0], 'rest']
  }

  #start(job: Job, now: number): void {
    this.#waiting = this.#waiting.filter((other) => other !== job)
    this.#running += 1
    this.#count(now)
    void job.start().then(() => {
      this.#running -= 1
      this.#startWhatMay()
    })
  }

  async #timed<Value>(call: () => Promise<Value>): Promise<Value> {
    const began = Date.now()
    const value = await call()
    this.#callMs += (Date.now() - began - this.#callMs) / 8
    return value
  }

  #starts(now: number): readonly number[] {
    return lastMinute(this.#memory.recall(), now)
  }

  #count(now: number): void {
    this.#memory.keep([...this.#starts(now), now])
  }
}
