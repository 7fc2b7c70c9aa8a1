/** The token for one call: from MSAL's cache, else renewed silently. Never shown, never stored here. */
import { signInProblem } from './msal'
import { failure, success, type Result } from '@/lib/domain/problems/problem'
import type { TokenNeeds } from '../calls/signed-call'
import type { SignedIn } from './sign-in'

export async function accessToken(
  { client, account }: SignedIn,
  scopes: string[],
  needs: TokenNeeds = {},
): Promise<Result<string>> {
  const request = {
    scopes,
    account,
    ...(needs.claims ? { claims: needs.claims } : {}),
    ...(needs.isRefused ? { forceRefresh: true } : {}),
  }
  return client.acquireTokenSilent(request).then(
    (result) => success(result.accessToken),
    (error: unknown) => {
      const problem = signInProblem(error)
      // Signing in again has to ask for the same.
      return failure({ ...problem, scopes, claims: problem.claims ?? needs.claims ?? null })
    },
  )
}
