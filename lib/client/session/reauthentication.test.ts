import { BrowserAuthError, ServerError, type PopupRequest } from '@azure/msal-browser'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { localProblem } from '../calls/problem'
import { Reauthentication } from './reauthentication'
import type { SignedIn } from './sign-in'

const account = { homeAccountId: 'anna.contoso', tenantId: 'contoso' } as SignedIn['account']
const needs = { scopes: ['a'], claims: null }
const challenge = { scopes: ['a'], claims: '{"acrs":1}' }

type Arrived = { account: { homeAccountId: string; tenantId: string; username: string } }

/** MSAL's window, which ends as a test says. */
function openWindows() {
  const requests: PopupRequest[] = []
  const forgotten: unknown[] = []
  const ends: { arrive: (arrived: Arrived) => void; fail: (error: unknown) => void }[] = []
  const client = {
    acquireTokenPopup: (request: PopupRequest) => {
      requests.push(request)
      return new Promise<Arrived>((arrive, fail) => ends.push({ arrive, fail }))
    },
    clearCache: async (request: unknown) => void forgotten.push(request),
  } as unknown as SignedIn['client']
  const reauthentication = new Reauthentication({ client, account, access: 'write' })
  const ending = async (act: (end: (typeof ends)[number]) => void, index = 0) => {
    const end = ends[index]
    if (end) act(end)
    await vi.advanceTimersByTimeAsync(0)
  }
  return { requests, forgotten, reauthentication, ending }
}

const anna: Arrived = { account: { ...account, username: 'anna@contoso.example' } }

const problemAt = (at: number, claims: string | null) => ({
  ...localProblem({ method: 'GET', path: '/' }, 'x'),
  at,
  claims,
})

const startMs = 1_800_000_000_000

beforeEach(() => {
  vi.useFakeTimers({ now: startMs })
})

afterEach(() => {
  vi.useRealTimers()
})

describe('the window', () => {
  it('is opened at once, for the person and for what is needed', () => {
    const { requests, reauthentication } = openWindows()

    reauthentication.open(challenge)

    expect(reauthentication.window.value()).toEqual({ kind: 'open' })
    expect(requests).toEqual([
      { scopes: ['a'], account, claims: '{"acrs":1}', overrideInteractionInProgress: true },
    ])
  })

  it('asks for no claims where none are needed', () => {
    const { requests, reauthentication } = openWindows()

    reauthentication.open(needs)

    expect(requests[0]).not.toHaveProperty('claims')
  })

  it('ends with the same person signed in', async () => {
    const { forgotten, reauthentication, ending } = openWindows()
    reauthentication.open(needs)

    await ending(({ arrive }) => arrive(anna))

    expect(reauthentication.window.value()).toEqual({
      kind: 'ended',
      end: { kind: 'signedIn' },
      at: startMs,
    })
    expect(forgotten).toEqual([])
  })

  it.each([
    ['somebody else', { homeAccountId: 'bert.contoso' }],
    ['the same person in another tenant', { tenantId: 'fabrikam' }],
  ])('that ends with %s leaves nothing of them', async (_who, changes) => {
    const { forgotten, reauthentication, ending } = openWindows()
    const other = { account: { ...anna.account, ...changes, username: 'bert@contoso.example' } }
    reauthentication.open(needs)

    await ending(({ arrive }) => arrive(other))

    expect(reauthentication.window.value()).toMatchObject({
      end: { kind: 'otherAccount', username: 'bert@contoso.example' },
    })
    expect(forgotten).toEqual([other])
  })

  it.each([
    [new BrowserAuthError('popup_window_error', ''), { kind: 'blocked' }],
    [new BrowserAuthError('timed_out', ''), { kind: 'timedOut' }],
    [
      new BrowserAuthError('user_cancelled', ''),
      { kind: 'failed', problem: { code: 'signInCancelled' } },
    ],
    [new ServerError('timed_out', '', ''), { kind: 'failed', problem: { code: 'signInFailed' } }],
  ])('that ends with %o', async (error, end) => {
    const { reauthentication, ending } = openWindows()
    reauthentication.open(needs)

    await ending(({ fail }) => fail(error))

    expect(reauthentication.window.value()).toMatchObject({ kind: 'ended', end })
  })

  it('that was given up brings nothing any more', async () => {
    const { reauthentication, ending } = openWindows()
    reauthentication.open(needs)

    reauthentication.giveUp()
    await ending(({ arrive }) => arrive(anna))

    expect(reauthentication.window.value()).toEqual({ kind: 'none' })
  })

  it('that was opened anew is the only one that counts', async () => {
    const { reauthentication, ending } = openWindows()
    reauthentication.open(needs)
    reauthentication.open(needs)

    await ending(({ fail }) => fail(new BrowserAuthError('timed_out', '')), 0)
    expect(reauthentication.window.value()).toEqual({ kind: 'open' })
    await ending(({ arrive }) => arrive(anna), 1)

    expect(reauthentication.window.value()).toMatchObject({ end: { kind: 'signedIn' } })
  })
})

describe('a demand that comes back', () => {
  const signedInWith = async (wish: typeof challenge | typeof needs) => {
    const { reauthentication, ending } = openWindows()
    reauthentication.open(wish)
    await ending(({ arrive }) => arrive(anna))
    return reauthentication
  }

  it.each([1, 5 * 60_000 - 1])('within five minutes is a repetition: %i ms', async (ms) => {
    const reauthentication = await signedInWith(challenge)

    expect(reauthentication.isRepeated(problemAt(startMs + ms, challenge.claims))).toBe(true)
  })

  it.each([0, -1, 5 * 60_000])('is none at another time: %i ms', async (ms) => {
    const reauthentication = await signedInWith(challenge)

    expect(reauthentication.isRepeated(problemAt(startMs + ms, challenge.claims))).toBe(false)
  })

  it('is none with other claims, or without any', async () => {
    const reauthentication = await signedInWith(challenge)

    expect(reauthentication.isRepeated(problemAt(startMs + 1, '{"acrs":2}'))).toBe(false)
    expect(reauthentication.isRepeated(problemAt(startMs + 1, null))).toBe(false)
  })

  it('to sign in at all is a repetition as well', async () => {
    const reauthentication = await signedInWith(needs)

    expect(reauthentication.isRepeated(problemAt(startMs + 1, null))).toBe(true)
  })

  it('is none where nobody has signed in', async () => {
    const { reauthentication, ending } = openWindows()
    expect(reauthentication.isRepeated(problemAt(startMs + 1, null))).toBe(false)

    reauthentication.open(needs)
    await ending(({ fail }) => fail(new BrowserAuthError('timed_out', '')))

    expect(reauthentication.isRepeated(problemAt(startMs + 1, null))).toBe(false)
  })
})
