import { InteractionRequiredAuthError, type SilentRequest } from '@azure/msal-browser'
import { expect, test } from 'vitest'
import type { SignedIn } from './sign-in'
import { accessToken } from './access-token'

const account = { homeAccountId: 'anna.contoso' } as SignedIn['account']
const scopes = ['https://graph.microsoft.com/APIConnectors.ReadWrite.All']

/** MSAL as far as a call needs it. */
function sessionWith(acquire: () => Promise<{ accessToken: string }>) {
  const requests: SilentRequest[] = []
  const client = {
    acquireTokenSilent: (request: SilentRequest) => {
      requests.push(request)
      return acquire()
    },
  } as unknown as SignedIn['client']
  return { requests, session: { client, account, access: 'write' } satisfies SignedIn }
}

const granted = () => Promise.resolve({ accessToken: 'token' })

const refusedWith = (claims: string) => () =>
  Promise.reject(
    new InteractionRequiredAuthError('interaction_required', '', '', '', '', '', claims),
  )

test('comes from the cache, or from a renewal, for the account and the scopes', async () => {
  const { requests, session } = sessionWith(granted)

  expect(await accessToken(session, scopes)).toEqual({ ok: true, value: 'token' })
  expect(requests).toEqual([{ scopes, account }])
})

test('is renewed when the one in the cache was refused', async () => {
  const { requests, session } = sessionWith(granted)

  await accessToken(session, scopes, { isRefused: true })

  expect(requests).toEqual([{ scopes, account, forceRefresh: true }])
})

test('meets the claims of a challenge', async () => {
  const { requests, session } = sessionWith(granted)

  await accessToken(session, scopes, { claims: '{"a":1}' })

  expect(requests).toEqual([{ scopes, account, claims: '{"a":1}' }])
})

test.each([
  {
    whose: 'the ones of Entra',
    own: '{"of":"entra"}',
    needs: { claims: '{"of":"graph"}' },
    told: '{"of":"entra"}',
  },
  {
    whose: 'those of the challenge',
    own: '',
    needs: { claims: '{"of":"graph"}' },
    told: '{"of":"graph"}',
  },
  { whose: 'no claims', own: '', needs: {}, told: null },
])('that cannot be had asks for the same scopes and $whose', async ({ own, needs, told }) => {
  const { session } = sessionWith(refusedWith(own))

  expect(await accessToken(session, scopes, needs)).toMatchObject({
    ok: false,
    problem: { code: 'interactionRequired', scopes, claims: told },
  })
})
