import { expect, test } from 'vitest'
import { complaintWith, readComplaint } from './complaint'

test('a complaint is read as it was written, whatever its value holds', () => {
  expect(readComplaint(complaintWith('key', 'a|b'))).toEqual({ key: 'key', value: 'a|b' })
})

test('most have no value', () => {
  expect(readComplaint('key')).toEqual({ key: 'key', value: '' })
})
