import { expect, it } from 'vitest'
import { basicAuthenticationType } from '@/lib/contract/authentication'
import { connectorSchema } from '@/lib/contract/connector'
import { valuesOf } from '../values/connector-form-values'
import { mergedValues } from './connector-merge'

const connector = (changes: object = {}) =>
  connectorSchema.parse({
    id: 'c1',
    displayName: 'Loyalty',
    targetUrl: 'https://a.example/',
    authenticationConfiguration: { '@odata.type': basicAuthenticationType, username: 'svc' },
    ...changes,
  })
const opened = connector()
const now = connector({
  displayName: 'Theirs',
  targetUrl: 'https://theirs.example/',
  authenticationConfiguration: { '@odata.type': basicAuthenticationType, username: 'theirs' },
})
const entered = { ...valuesOf(opened), displayName: 'Mine', password: 'new-password' }

it('keeps what others changed where the form was not touched', () => {
  const values = mergedValues({ values: entered, opened, now, choices: {} })
  expect(values.targetUrl).toBe('https://theirs.example/')
  expect(mergedValues({ values: valuesOf(opened), opened, now, choices: {} })).toEqual(
    valuesOf(now),
  )
})

it('takes yours or theirs as chosen, authentication as a whole', () => {
  const yours = { displayName: 'yours', authentication: 'yours' } as const
  const theirs = { displayName: 'now', authentication: 'now' } as const
  expect(mergedValues({ values: entered, opened, now, choices: yours })).toMatchObject({
    displayName: 'Mine',
    username: 'svc',
    password: 'new-password',
  })
  expect(mergedValues({ values: entered, opened, now, choices: theirs })).toMatchObject({
    displayName: 'Theirs',
    username: 'theirs',
    password: '',
  })
})

it('keeps an entered field that nobody else has changed', () => {
  const values = mergedValues({ values: entered, opened, now: opened, choices: {} })
  expect(values).toEqual(entered)
})
