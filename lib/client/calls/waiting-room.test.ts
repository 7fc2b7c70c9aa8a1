import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { WaitingRoom } from './waiting-room'

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 })
})

afterEach(() => {
  vi.useRealTimers()
})

it('tells until when somebody waits, the longest of them, and then that nobody does', async () => {
  const room = new WaitingRoom()
  expect(room.known.value()).toEqual({ until: null })

  const short = room.wait(2)
  const long = room.wait(5)
  expect(room.known.value()).toEqual({ until: 1_005_000 })

  await vi.advanceTimersByTimeAsync(2_000)
  expect(await short).toBe(true)
  expect(room.known.value()).toEqual({ until: 1_005_000 })

  await vi.advanceTimersByTimeAsync(3_000)
  expect(await long).toBe(true)
  expect(room.known.value()).toEqual({ until: null })
})

it('sends everybody away when the person does not want to wait', async () => {
  const room = new WaitingRoom()
  const waits = [room.wait(60), room.wait(90)]

  room.cancel()

  expect(await Promise.all(waits)).toEqual([false, false])
  expect(room.known.value()).toEqual({ until: null })
  expect(vi.getTimerCount()).toBe(0)
})

it('tells whoever listens of each change', async () => {
  const room = new WaitingRoom()
  const heard = vi.fn()
  const stop = room.known.subscribe(heard)

  const wait = room.wait(1)
  await vi.runAllTimersAsync()
  await wait
  stop()
  void room.wait(1)

  expect(heard).toHaveBeenCalledTimes(2)
})
