import { beforeEach, expect, it, vi } from 'vitest'
import * as z from '@/lib/contract/z'
import { memoryStorage } from '../testing/memory-storage'
import {
  forgetDraft,
  forgetDraftsExcept,
  keepDraft,
  keepDrafts,
  onLeavingForSignIn,
  readDraft,
} from './drafts'

const schema = z.object({ name: z.string() })
const place = { accountId: 'anna.contoso', path: '/connectors/new' }
const elsewhere = { ...place, path: '/connectors/1/edit' }
const others = { ...place, accountId: 'bert.contoso' }
const minuteMs = 60_000

beforeEach(() => {
  vi.stubGlobal('sessionStorage', memoryStorage())
})

it('gives a draft back to the same person at the same place, until it is forgotten', () => {
  keepDraft(place, { name: 'Loyalty' })
  expect(readDraft(place, schema)).toEqual({ name: 'Loyalty' })
  expect(readDraft(elsewhere, schema)).toBeNull()
  expect(readDraft(others, schema)).toBeNull()
  forgetDraft(place)
  expect(readDraft(place, schema)).toBeNull()
})

it('does not give a draft back after half an hour', () => {
  keepDraft(place, { name: 'Loyalty' })
  const now = Date.now()
  expect(readDraft(place, schema, now + 29 * minuteMs)).toEqual({ name: 'Loyalty' })
  expect(readDraft(place, schema, now + 31 * minuteMs)).toBeNull()
})

it.each(['nothing of ours', '{"savedAt":"now"}', 'null', '{}'])('reads no draft in %s', (text) => {
  keepDraft(place, { name: 'Loyalty' })
  const [key = ''] = Object.keys(sessionStorage)
  sessionStorage.setItem(key, text)
  expect(readDraft(place, schema)).toBeNull()
})

it('reads no draft of another shape', () => {
  keepDraft(place, { title: 'Loyalty' })
  expect(readDraft(place, schema)).toBeNull()
})

it('forgets the drafts of everybody else, or of all, and nothing but drafts', () => {
  sessionStorage.setItem('other', 'x')
  keepDraft(place, { name: 'Anna’s' })
  expect(forgetDraftsExcept(place.accountId)).toBe(false)
  keepDraft(others, { name: 'Bert’s' })
  expect(forgetDraftsExcept(place.accountId)).toBe(true)
  expect(readDraft(others, schema)).toBeNull()
  expect(readDraft(place, schema)).toEqual({ name: 'Anna’s' })
  expect(forgetDraftsExcept(null)).toBe(true)
  expect(Object.keys(sessionStorage)).toEqual(['other'])
})

it('asks every form on the page, and says whether there was one', () => {
  expect(keepDrafts()).toBe(false)
  const stop = onLeavingForSignIn(() => {
    keepDraft(place, { name: 'Loyalty' })
  })
  expect(keepDrafts()).toBe(true)
  expect(readDraft(place, schema)).toEqual({ name: 'Loyalty' })
  stop()
  expect(keepDrafts()).toBe(false)
})
