import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { memoryStorage } from '../testing/memory-storage'
import { flowMemoryOf } from './flow-memory'

const reading = {
  readAt: 1_000,
  kinds: { b2xUserFlows: 'read', b2cUserFlows: 'absent' },
  flows: [{ kind: 'b2xUserFlows', id: 'B2X_1_a', type: null, steps: null }],
} as const

const kept = () => ({ ...reading, flows: [...reading.flows] })

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('sessionStorage', memoryStorage())
  vi.stubGlobal('localStorage', memoryStorage())
  vi.stubGlobal('window', new EventTarget())
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('the kind of a tenant', () => {
  it('is remembered of each account', () => {
    flowMemoryOf('anna').tenantKind.remember('b2c')

    expect(flowMemoryOf('anna').tenantKind.recall()).toBe('b2c')
    expect(flowMemoryOf('bert').tenantKind.recall()).toBeNull()
  })

  it('is not believed to be what there is not', () => {
    sessionStorage.setItem('portal.tenant-kind.anna', 'unheard-of')

    expect(flowMemoryOf('anna').tenantKind.recall()).toBeNull()
  })
})

describe('a reading', () => {
  it('is written when a burst of news is over, the latest of them', () => {
    const memory = flowMemoryOf('anna').reading
    memory.keep({ ...kept(), readAt: 1 })
    vi.advanceTimersByTime(249)
    memory.keep(kept())
    expect(flowMemoryOf('anna').reading.recall()).toBeNull()

    vi.advanceTimersByTime(1)

    expect(flowMemoryOf('anna').reading.recall()).toEqual(kept())
    expect(flowMemoryOf('bert').reading.recall()).toBeNull()
  })

  it('is written again after the next burst', () => {
    const memory = flowMemoryOf('anna').reading
    memory.keep({ ...kept(), readAt: 1 })
    vi.advanceTimersByTime(250)
    memory.keep(kept())
    vi.advanceTimersByTime(250)

    expect(memory.recall()?.readAt).toBe(1_000)
  })

  it('is written when the page is left', () => {
    const memory = flowMemoryOf('anna').reading
    memory.keep(kept())

    window.dispatchEvent(new Event('pagehide'))

    expect(memory.recall()).toEqual(kept())
    expect(vi.getTimerCount()).toBe(0)
  })

  it('that is forgotten is gone, of everybody, and stays so', () => {
    const memory = flowMemoryOf('anna').reading
    flowMemoryOf('bert').reading.keep(kept())
    vi.advanceTimersByTime(250)
    memory.keep(kept())

    memory.forget()
    window.dispatchEvent(new Event('pagehide'))
    memory.keep(kept())
    vi.advanceTimersByTime(250)

    expect(Object.keys(sessionStorage)).toEqual([])
  })

  it.each(['{', '{"readAt":1}', JSON.stringify({ ...reading, readAt: 'now' })])(
    'is not read from %s',
    (text) => {
      sessionStorage.setItem('portal.flows.1.anna', text)

      expect(flowMemoryOf('anna').reading.recall()).toBeNull()
    },
  )
})

describe('the calls of the last minute', () => {
  it('are those of all tabs, and none at first', () => {
    const { calls } = flowMemoryOf('anna')
    expect(calls.recall()).toEqual([])

    calls.keep([1, 2])

    expect(flowMemoryOf('anna').calls.recall()).toEqual([1, 2])
    expect(Object.keys(localStorage)).toEqual(['portal.flow-calls.anna'])
    expect(flowMemoryOf('bert').calls.recall()).toEqual([])
  })
})
