import { expect, it } from 'vitest'
import { saidSentences, writtenSentences } from './sentences.mjs'

it('a sentence is said by a key, by one that is put together, and by one from a table', () => {
  const { said, unknown } = saidSentences()
  expect(unknown).toEqual([])
  expect([...said]).toEqual(
    expect.arrayContaining([
      'shell.signOut',
      'userFlows.step.preTokenIssuance', // `step.${step}`
      'pkcs12.wrongPassword', // the table of failures
      'api.problems.unauthenticated', // on the server
    ]),
  )
  expect([...said]).not.toContain('userFlows.step.nowhere')
}, 60_000)

it('sentences are known by their files', () => {
  expect(writtenSentences()).toEqual(
    expect.arrayContaining(['signIn.title', 'connectorTests.rules.redirected.title']),
  )
})
