import { expect, test } from 'vitest'
import { problemOf } from '../testing/problem'
import { reasonOfMicrosoft } from './reason-of-microsoft'

const graph = { status: 400, code: 'AADB2C', message: 'The scheme is not https.' }

test('the sentence of a refusal is told', () => {
  expect(reasonOfMicrosoft({ ...problemOf(''), ...graph })).toBe('The scheme is not https.')
})

test.each([
  ['the portal’s own', { ...graph, code: 'payloadTooLarge', status: 413 }],
  ['a failure that has no reason to tell', { ...graph, status: 503 }],
  ['a request that got no answer', { ...graph, status: null }],
  ['an empty one', { ...graph, message: '' }],
])('nothing is told of %s', (_name, given) => {
  expect(reasonOfMicrosoft({ ...problemOf(''), ...given })).toBeNull()
})

test('a write that was looked for has Microsoft’s answer in its details', () => {
  const details = [{ target: 'graph', code: 'x', message: 'Internal error.' }]
  const looked = { ...problemOf('outcomeUnknown'), status: 504, message: 'ours', details }
  expect(reasonOfMicrosoft(looked)).toBe('Internal error.')
})
