import { expect, test } from 'vitest'
import { explainProblem, nextStepFor } from './explain-problem'

const scopeSentence =
  'The application does not have any of the required delegated permissions (APIConnectors.Read.All) to access the resource.'

const flowScopeSentence = scopeSentence.replace('APIConnectors', 'IdentityUserFlow')

const flowPath = '/v1.0/identity/b2xUserFlows/B2X_1_a/apiConnectorConfiguration'

test.each([
  [{ status: 403, code: 'AADB2C', message: scopeSentence }, 'scopeMissing'],
  [{ status: 403, code: 'AADB2C', message: flowScopeSentence }, 'flowScopeMissing'],
  [{ status: 403, code: 'AADB2C', message: 'Access denied.' }, 'roleMissing'],
  [{ status: 401, code: 'InvalidAuthenticationToken', claims: '{}' }, 'claimsChallenge'],
  [{ status: 401, code: 'InvalidAuthenticationToken' }, 'signInExpired'],
  [{ status: null, code: 'interactionRequired' }, 'signInExpired'],
  [{ status: null, code: 'interactionRequired', claims: '{}' }, 'claimsChallenge'],
  [{ status: 404, code: 'AADB2C90073' }, 'notFound'],
  [{ status: 404, code: 'AADB2C90073', path: flowPath }, 'flowNotFound'],
  [{ status: 400, code: 'AADB2C', message: 'The limit of 20 was reached.' }, 'limitReached'],
  [{ status: 400, code: 'AADB2C90213' }, 'certificatePassword'],
  [{ status: 400, code: 'AADB2C90215' }, 'certificateRefused'],
  [{ status: 400, code: 'AADB2C99008' }, 'invalidRequest'],
  [{ status: 400, code: 'certificateRefused' }, 'invalidRequest'],
  [{ status: 503, code: 'certificateNotChecked' }, 'certificateNotChecked'],
  [{ status: 409, code: 'AADB2C95053' }, 'conflict'],
  [{ status: 429, code: 'AADB2C90229' }, 'throttled'],
  [{ status: 500, code: 'AADB2C90063' }, 'serverError'],
  [{ status: 504, code: 'outcomeUnknown' }, 'outcomeUnknown'],
  [{ status: 502, code: 'upstreamInvalid' }, 'unreachable'],
  [{ status: null, code: 'offline' }, 'offline'],
  [{ status: 418, code: 'teapot' }, 'unexpected'],
] as const)('%o is explained as %s', (failure, situation) => {
  expect(explainProblem({ message: '', path: '', claims: null, ...failure })).toBe(situation)
})

test('a lost answer to a write offers no button that would repeat it', () => {
  expect(nextStepFor('outcomeUnknown')).toBeNull()
})
