import { describe, expect, it } from 'vitest'
import type { ConnectorTestResult } from '@/lib/contract/connector-test'
import { compareEntries } from './comparison'
import { historyEntry, readHistory, totalMs, withEntry, type PastTest } from './history'
import { resultOf } from './testing/results'

const test = {
  id: '1',
  at: 1_700_000_000_000,
  name: 'Loyalty',
  tenantKind: 'b2c',
  step: 'postAttributeCollection',
} as const

const kept = (changes: Partial<ConnectorTestResult> = {}): PastTest =>
  historyEntry(test, { ...resultOf(), ...changes })

describe('what is kept', () => {
  it('holds no value of the address’s query', () => {
    const request = {
      ...resultOf().request,
      targetUrl: 'https://api.contoso.example/check?code=topsecret',
    }

    expect(kept({ request }).result.request.targetUrl).toBe(
      'https://api.contoso.example/check?code=•••',
    )
  })

  it('holds no header that could be a credential, nor a key in an address', () => {
    const entry = kept({
      request: { ...resultOf().request, headers: [['Authorization', 'Basic topsecret']] },
      response: {
        ...resultOf().response,
        headers: [
          ['set-cookie', 'sid=topsecret'],
          ['x-functions-key', 'topsecret'],
          ['location', 'https://login.example/?token=topsecret'],
          ['content-type', 'application/json'],
        ],
      },
    })

    expect(JSON.stringify(entry)).not.toContain('topsecret')
    expect(entry.result.response?.headers).toEqual([
      ['location', 'https://login.example/?token=•••'],
      ['content-type', 'application/json'],
    ])
  })

  it('holds no claim whose name says that it is secret', () => {
    const deep = { list: [{ token: 'topsecret', city: 'Oslo' }] }
    const body = { email: 'kim@fabrikam.example', apiKey: 'topsecret', Password: 'topsecret', deep }
    const entry = kept({ request: { ...resultOf().request, body } })

    expect(entry.result.request.body).toEqual({
      email: 'kim@fabrikam.example',
      apiKey: '•••',
      deep: { list: [{ token: '•••', city: 'Oslo' }] },
      Password: '•••',
    })
  })

  it('is no more than the beginning of a long answer', () => {
    const entry = kept({ response: { ...resultOf().response, body: 'x'.repeat(60_000) } })

    expect(entry.result.response).toMatchObject({ isCut: true })
    expect(entry.result.response?.body).toHaveLength(4_096)
  })
})

describe('the history', () => {
  it('keeps the last twenty', () => {
    const ids = Array.from({ length: 25 }, (_none, index) => String(index))
    const history = ids.reduce<PastTest[]>((former, id) => withEntry(former, { ...kept(), id }), [])

    expect(history.map(({ id }) => id)).toEqual(ids.slice(5).reverse())
  })

  it('is read back as it was written', () => {
    expect(readHistory(JSON.stringify([kept()]))).toEqual([kept()])
  })

  it.each([null, '', '{', '{}', 'null', '[1,{"id":3}]'])('of %j is empty', (stored) => {
    expect(readHistory(stored)).toEqual([])
  })

  it('leaves out what it cannot read and keeps the rest', () => {
    expect(readHistory(JSON.stringify([{ id: 'old' }, kept()]))).toEqual([kept()])
  })
})

describe('two tests side by side', () => {
  const other = kept({
    request: { ...resultOf().request, body: { email: 'kim@fabrikam.example', city: 'Oslo' } },
    verdict: { valid: false, action: null, findings: [] },
  })
  const rows = compareEntries([kept(), other])

  it('show in what the requests differ', () => {
    expect(rows.filter(({ about }) => about === 'sent')).toEqual([
      {
        about: 'sent',
        name: 'email',
        values: ['kim@fabrikam.example', 'kim@fabrikam.example'],
        differs: false,
      },
      { about: 'sent', name: 'city', values: [null, 'Oslo'], differs: true },
    ])
  })

  it('show in what the verdicts differ', () => {
    expect(rows.find(({ about }) => about === 'outcome')).toMatchObject({
      values: ['accepted', 'refused'],
      differs: true,
    })
  })

  it('are the same where they are the same', () => {
    expect(compareEntries([kept(), kept()]).filter(({ differs }) => differs)).toEqual([])
  })
})

it('a test takes as long as its stages', () => {
  expect(totalMs(resultOf())).toBe(45)
})
