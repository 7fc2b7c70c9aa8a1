import { describe, expect, it } from 'vitest'
import { basicAuthenticationType } from '@/lib/contract/authentication'
import { connectorSchema } from '@/lib/contract/connector'
import { connectorDraftSchema, draftOf, openedIn } from './connector-draft'
import { emptyValues, valuesOf } from '../values/connector-form-values'

const connector = (targetUrl: string) =>
  connectorSchema.parse({
    id: 'c1',
    displayName: 'Loyalty',
    targetUrl,
    authenticationConfiguration: { '@odata.type': basicAuthenticationType, username: 'svc' },
  })
const secretUrl = 'https://api.example/check?code=s3cr3t-key'

describe('what is stored of a form', () => {
  const filled = {
    ...emptyValues,
    displayName: 'Loyalty',
    targetUrl: secretUrl,
    username: 'svc',
    password: 's3cr3t-password',
    pkcs12Value: 's3cr3t-file',
    certificatePassword: 's3cr3t-file-password',
  }

  it.each(['basic', 'certificate'] as const)('never holds a secret (%s)', (authenticationType) => {
    const values = { ...filled, authenticationType }
    for (const opened of [null, connector('https://a.example/'), connector(secretUrl)]) {
      expect(JSON.stringify(draftOf(values, opened))).not.toContain('s3cr3t')
    }
  })

  it('names what has to be entered again, and only that', () => {
    const certificate = { ...filled, authenticationType: 'certificate' as const }
    expect(draftOf(filled, null).lost).toEqual(['targetUrl', 'password'])
    expect(draftOf(certificate, null).lost).toEqual([
      'targetUrl',
      'pkcs12Value',
      'certificatePassword',
    ])
    expect(draftOf({ ...filled, targetUrl: '', password: '' }, null).lost).toEqual([])
    expect(draftOf(valuesOf(connector(secretUrl)), connector(secretUrl)).lost).toEqual([])
  })

  it('comes back as it was stored', () => {
    const draft = draftOf(filled, connector('https://a.example/'))
    const stored: unknown = JSON.parse(JSON.stringify(draft))
    expect(connectorDraftSchema.parse(stored)).toEqual(draft)
  })
})

it('compares with the connector that was opened before the sign-in', () => {
  const before = connector('https://a.example/')
  const now = { ...connector('https://b.example/'), displayName: 'Renamed' }
  const draft = draftOf(valuesOf(before), before)
  expect(openedIn(draft, now)).toEqual(before)
  const secret = draftOf(valuesOf(connector(secretUrl)), connector(secretUrl))
  expect(openedIn(secret, now)).toEqual({ ...before, targetUrl: 'https://b.example/' })
})
