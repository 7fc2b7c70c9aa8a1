import { expect, it, vi } from 'vitest'
import { fetched } from './fetched'

const Page = () => null

it('loads a part once, and tells what becomes of it', async () => {
  const told: string[] = []
  const loads: number[] = []
  const part = fetched(() => {
    loads.push(1)
    return Promise.resolve(Page)
  })
  const stop = part.subscribe(() => told.push(part.current() ? 'there' : 'coming'))

  expect(part.current()).toBeNull()
  expect(await Promise.all([part.fetch(), part.fetch()])).toEqual([Page, Page])
  expect(await part.fetch()).toBe(Page)
  expect(part.current()).toBe(Page)
  expect(loads).toHaveLength(1)
  expect(told).toEqual(['coming', 'there'])
  stop()
})

it('loads nothing before it is asked to', () => {
  const part = fetched(() => {
    throw new Error('nobody asked')
  })

  expect(part.current()).toBeNull()
})

it('tries again after a failure', async () => {
  const answers = [Promise.reject(new Error('no network')), Promise.resolve(Page)]
  const part = fetched(() => answers.shift() ?? Promise.reject(new Error('once too often')))

  await expect(part.fetch()).rejects.toThrow('no network')
  expect(part.current()).toBeNull()
  expect(part.hasFailed()).toBe(true)
  expect(await part.fetch()).toBe(Page)
  expect(part.hasFailed()).toBe(false)
  expect(part.current()).toBe(Page)
})

it('can be loaded beforehand, whatever becomes of it', async () => {
  const answers = [Promise.reject(new Error('no network')), Promise.resolve(Page)]
  const part = fetched(() => answers.shift() ?? Promise.reject(new Error('once too often')))

  part.prefetch()
  await vi.waitUntil(part.hasFailed)
  part.prefetch()
  await vi.waitUntil(part.current)

  expect(part.hasFailed()).toBe(false)
})

it('tells nobody who has stopped listening', async () => {
  const told: string[] = []
  const part = fetched(() => Promise.resolve(Page))
  part.subscribe(() => told.push('there'))()

  await part.fetch()

  expect(told).toEqual([])
})
