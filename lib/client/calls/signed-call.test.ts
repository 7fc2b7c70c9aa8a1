import { afterEach, describe, expect, it, vi } from 'vitest'
import { failure } from '@/lib/domain/problems/problem'
import { headersOf, portalAnswering, refusal, tokenSource } from '../testing/portal'
import { localProblem } from './problem'
import { sendSigned, type SignedCall } from './signed-call'

const call: SignedCall = {
  method: 'GET',
  address: '/api/graph/v1.0/identity/apiConnectors',
  path: '/v1.0/identity/apiConnectors',
  deadlineMs: 1_000,
  lostCode: 'connectionLost',
}

const jwt = (claims: unknown) =>
  `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.x`

const challenge = (claims: string) =>
  refusal(401, 'InvalidAuthenticationToken', {
    'www-authenticate': `Bearer error="insufficient_claims", claims="${btoa(claims)}"`,
  })

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('a call', () => {
  it('carries the token, an id of its own, and nothing that the browser keeps', async () => {
    const sent = portalAnswering(Response.json({}))

    await sendSigned(tokenSource().token, call)

    expect(sent.map(({ address }) => address)).toEqual([call.address])
    expect(sent[0]?.init).toMatchObject({
      method: 'GET',
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
    })
    const headers = sent.map(headersOf)[0]
    expect(headers?.get('authorization')).toBe('Bearer token-1')
    expect(headers?.get('accept')).toBe('application/json')
    expect(headers?.get('client-request-id')).toMatch(/^[0-9a-f-]{36}$/)
    expect(headers?.has('content-type')).toBe(false)
    expect(headers?.has('prefer')).toBe(false)
    expect(sent[0]?.init).not.toHaveProperty('body')
  })

  it('sends what it has to say as JSON, and how it is to be gone about', async () => {
    const sent = portalAnswering(Response.json({}))

    await sendSigned(tokenSource().token, {
      ...call,
      method: 'PATCH',
      body: { a: 1 },
      prefer: 'wait=2',
    })

    const headers = sent.map(headersOf)[0]
    expect(sent[0]?.init.body).toBe('{"a":1}')
    expect(headers?.get('content-type')).toBe('application/json')
    expect(headers?.get('prefer')).toBe('wait=2')
  })

  it('gives the answer as it came', async () => {
    portalAnswering(Response.json({ value: [] }))

    const answer = await sendSigned(tokenSource().token, call)

    expect(answer.ok && (await answer.value.json())).toEqual({ value: [] })
  })

  it('fails as the token did, and nothing is sent', async () => {
    const sent = portalAnswering(Response.json({}))
    const problem = localProblem(call, 'interactionRequired')

    expect(await sendSigned(async () => failure(problem), call)).toEqual({ ok: false, problem })
    expect(sent).toEqual([])
  })

  it('is not sent without a network', async () => {
    const sent = portalAnswering(Response.json({}))
    vi.stubGlobal('navigator', { onLine: false })

    expect(await sendSigned(tokenSource().token, call)).toMatchObject({
      problem: { code: 'offline', status: null, method: 'GET', path: call.path },
    })
    expect(sent).toEqual([])
  })

  it('that is lost has the code that its kind of call has', async () => {
    portalAnswering('lost')

    expect(
      await sendSigned(tokenSource().token, { ...call, lostCode: 'outcomeUnknown' }),
    ).toMatchObject({ problem: { code: 'outcomeUnknown', status: null, path: call.path } })
  })

  it.each(['deadline', 'person'])('ends with the %s', async (which) => {
    const person = new AbortController()
    vi.stubGlobal('navigator', { onLine: true })
    vi.stubGlobal(
      'fetch',
      (_address: string, { signal }: RequestInit) =>
        new Promise((_resolve, reject) => {
          const end = () => reject(signal?.reason as Error)
          if (signal?.aborted) end()
          signal?.addEventListener('abort', end)
        }),
    )
    const deadlineMs = which === 'deadline' ? 5 : 60_000

    const ended = sendSigned(tokenSource().token, { ...call, deadlineMs, signal: person.signal })
    if (which === 'person') person.abort()

    expect(await ended).toMatchObject({ problem: { code: 'connectionLost' } })
  })
})

describe('a 401', () => {
  it('is followed by one more try with another token, not the one that was refused', async () => {
    const sent = portalAnswering(refusal(401, 'InvalidAuthenticationToken'), Response.json({}))
    const { asked, token } = tokenSource()

    expect((await sendSigned(token, call)).ok).toBe(true)
    expect(asked).toEqual([undefined, { isRefused: true }])
    expect(sent.map((one) => headersOf(one).get('authorization'))).toEqual([
      'Bearer token-1',
      'Bearer token-2',
    ])
  })

  it('with a challenge is followed by one with a token that meets it', async () => {
    portalAnswering(challenge('{"access_token":{}}'), Response.json({}))
    const { asked, token } = tokenSource()

    await sendSigned(token, call)

    expect(asked).toEqual([undefined, { claims: '{"access_token":{}}' }])
  })

  it('again is the answer', async () => {
    const sent = portalAnswering(refusal(401, 'InvalidAuthenticationToken'))

    expect(await sendSigned(tokenSource().token, call)).toMatchObject({ problem: { status: 401 } })
    expect(sent).toHaveLength(2)
  })
})

describe('any other refusal', () => {
  it.each([400, 403, 404, 429, 500, 503])('%i is the answer at once', async (status) => {
    const sent = portalAnswering(refusal(status, 'Refused'))

    expect(await sendSigned(tokenSource().token, call)).toMatchObject({
      problem: { kind: 'request', status, code: 'Refused', method: 'GET', path: call.path },
    })
    expect(sent).toHaveLength(1)
  })

  it('403 says what the token tells of its bearer, and no other does', async () => {
    const token = jwt({ wids: [], iat: 1_700_000_000 })
    const refuseWith = async (status: number) => {
      portalAnswering(refusal(status, 'Refused'))
      return sendSigned(async () => ({ ok: true, value: token }), call)
    }

    expect(await refuseWith(403)).toMatchObject({
      problem: { token: { hasRole: false, issuedAt: 1_700_000_000 } },
    })
    expect(await refuseWith(400)).toMatchObject({ problem: { token: null } })
  })
})
