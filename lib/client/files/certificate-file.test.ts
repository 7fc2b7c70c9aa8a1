import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { convertFile, inspectFile } from './certificate-file'

/** A thread of the browser, which a test lets answer. */
class Thread {
  static readonly all: Thread[] = []
  readonly tasks: unknown[] = []
  isEnded = false
  onmessage: (event: { data: unknown }) => void = () => undefined
  onerror: () => void = () => undefined

  readonly address: URL
  readonly options: unknown

  constructor(address: URL, options: unknown) {
    this.address = address
    this.options = options
    Thread.all.push(this)
  }

  postMessage(task: unknown): void {
    this.tasks.push(task)
  }

  terminate(): void {
    this.isEnded = true
  }
}

const file = { bytes: Uint8Array.of(1), password: 'p', thumbprint: 'AB' }

const latest = () => {
  const thread = Thread.all.at(-1)
  if (!thread) throw new Error('There is no thread')
  return thread
}

beforeEach(() => {
  Thread.all.length = 0
  vi.stubGlobal('Worker', Thread)
})

afterEach(() => {
  vi.unstubAllGlobals()
})

describe.each([
  ['inspecting', inspectFile, 'inspect'],
  ['converting', convertFile, 'convert'],
] as const)('%s a file', (_what, work, kind) => {
  it('has a thread of its own, which ends with its answer', async () => {
    const answer = work(file)
    const thread = latest()
    expect(thread.address.pathname).toMatch(/\/certificate-file\.worker\.ts$/)
    expect(thread.options).toEqual({ type: 'module' })
    expect(thread.tasks).toEqual([{ ...file, kind }])
    expect(thread.isEnded).toBe(false)

    thread.onmessage({ data: { ok: true } })

    expect(await answer).toEqual({ ok: true })
    expect(thread.isEnded).toBe(true)
  })

  it('fails when the thread’s code did not arrive', async () => {
    const answer = work(file)

    latest().onerror()

    await expect(answer).rejects.toThrow('did not load')
    expect(latest().isEnded).toBe(true)
  })

  it('can be given up, which ends the thread', async () => {
    const controller = new AbortController()
    const answer = work(file, controller.signal)

    controller.abort()

    await expect(answer).rejects.toThrow('given up')
    expect(latest().isEnded).toBe(true)
  })
})
