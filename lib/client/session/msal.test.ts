import {
  AuthError,
  BrowserAuthError,
  InteractionRequiredAuthError,
  ServerError,
} from '@azure/msal-browser'
import { describe, expect, test } from 'vitest'
import { signInProblem } from './msal'

const correlationId = '8f0e1d2c-0000-4000-8000-000000000001'

const server = (code: string, message = '', subError = '') =>
  new ServerError(code, correlationId, message, subError)

const browser = (code: string) => new BrowserAuthError(code, correlationId)

const interaction = (code: string, { message = '', subError = '', claims = '' } = {}) =>
  new InteractionRequiredAuthError(code, correlationId, message, subError, '', '', claims)

describe('a failed sign-in is', () => {
  test.each([
    ['interactionRequired', interaction('interaction_required')],
    ['interactionRequired', interaction('login_required')],
    ['interactionRequired', browser('timed_out')],
    ['interactionRequired', browser('block_iframe_reload')],
    ['interactionRequired', browser('no_account_error')],
    ['interactionRequired', browser('no_token_request_cache_error')],
    [
      'interactionRequired',
      server('invalid_grant', 'AADSTS700082: The refresh token has expired.'),
    ],
    ['signInFailed', browser('popup_window_error')],
    ['signInFailed', browser('interaction_in_progress')],
    ['signInFailed', server('server_error')],
    ['signInFailed', server('timed_out')],
    ['consentRequired', interaction('consent_required')],
    ['consentRequired', interaction('interaction_required', { subError: 'consent_required' })],
    ['consentRequired', server('invalid_grant', 'AADSTS65001: The user has not consented.')],
    ['consentRequired', server('access_denied', 'AADSTS65004: User declined to consent.')],
    ['consentRequired', server('invalid_client', 'AADSTS90094: Admin consent is required.')],
    ['consentRequired', server('invalid_client', 'AADSTS90095: Admin consent is required.')],
    ['consentRequired', server('invalid_client', 'AADSTS90008: It must require Graph.')],
    ['signInFailed', server('invalid_client', 'AADSTS650010: Something else.')],
    ['signInCancelled', server('access_denied')],
    ['signInCancelled', browser('user_cancelled')],
  ])('%s for %o', (code, error) => {
    expect(signInProblem(error)).toMatchObject({ kind: 'signIn', status: null, code })
  })

  test('told in Entra’s words, with the id that support asks for and no scopes', () => {
    expect(signInProblem(server('server_error', 'AADSTS90033: A transient error.'))).toMatchObject({
      message: 'AADSTS90033: A transient error.',
      correlationId,
      claims: null,
      scopes: [],
    })
  })

  test('without an id where there is none', () => {
    expect(signInProblem(new AuthError('server_error', '', ''))).toMatchObject({
      correlationId: null,
    })
  })

  test('told with the claims that the next one has to meet', () => {
    const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}'

    expect(signInProblem(interaction('interaction_required', { claims }))).toMatchObject({ claims })
    expect(signInProblem(interaction('interaction_required'))).toMatchObject({ claims: null })
  })

  test.each([
    [new TypeError('Failed to fetch'), 'Failed to fetch'],
    ['a text', ''],
    [undefined, ''],
  ])('signInFailed for what is no word of MSAL: %s', (error, message) => {
    expect(signInProblem(error)).toMatchObject({
      kind: 'signIn',
      code: 'signInFailed',
      message,
      correlationId: null,
      scopes: [],
    })
  })
})
