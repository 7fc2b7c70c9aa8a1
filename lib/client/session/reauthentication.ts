/**
 * Signing in again while a page is open: in a window of its own, so that the page and everything in
 * it, secrets and files too, stay where they are. One window at a time, whoever asks for it.
 *
 * Nobody can be told when the person closes the window: our pages and Microsoft's cut the tie
 * between windows (Cross-Origin-Opener-Policy). MSAL hears of an answer by way of the redirect page,
 * or of nothing until its time limit; so the page can open the window anew, or stop waiting.
 */
import { BrowserAuthError, type AccountInfo } from '@azure/msal-browser'
import { signInProblem } from './msal'
import type { Problem } from '@/lib/domain/problems/problem'
import { Observable } from '../basics/observable'
import type { SignedIn, SignInNeeds } from './sign-in'

export type WindowEnd =
  | { readonly kind: 'signedIn' }
  /** Somebody else signed in; what they were given has been forgotten. */
  | { readonly kind: 'otherAccount'; readonly username: string }
  /** The browser allowed no window. */
  | { readonly kind: 'blocked' }
  /** There was no answer within the time limit (`popupBridgeTimeout`). */
  | { readonly kind: 'timedOut' }
  | { readonly kind: 'failed'; readonly problem: Problem }

export type SignInWindow =
  | { readonly kind: 'none' | 'open' }
  /** `at` in epoch milliseconds. */
  | { readonly kind: 'ended'; readonly end: WindowEnd; readonly at: number }

type Success = { readonly need: string; readonly at: number }

/** Within this time a demand that was just met does not come back by itself. */
const repetitionMs = 5 * 60_000

export class Reauthentication {
  readonly #signedIn: SignedIn
  /** Another object after each change. */
  readonly window = new Observable<SignInWindow>({ kind: 'none' })
  #turn: symbol | null = null
  #lastSuccess: Success | null = null

  constructor(signedIn: SignedIn) {
    this.#signedIn = signedIn
  }

  /**
   * Opens the window; must be called while a click is being handled, or the browser blocks it. A
   * window that is open already is given up for the new one.
   */
  readonly open = (needs: SignInNeeds): void => {
    const turn = Symbol()
    this.#turn = turn
    const end = this.#signInInWindow(needs) // before anything else: the click counts only now
    this.window.change({ kind: 'open' })
    void end.then((ended) => {
      if (this.#turn === turn) this.#end(ended, needs)
    })
  }

  /** Stops waiting. Should the window still bring an answer, nothing on the page follows from it. */
  readonly giveUp = (): void => {
    this.#turn = null
    this.window.change({ kind: 'none' })
  }

  /** Whether the problem asks for what a sign-in has brought just before it. */
  readonly isRepeated = (problem: Problem): boolean => {
    const last = this.#lastSuccess
    if (last?.need !== needOf(problem)) return false
    return problem.at > last.at && problem.at - last.at < repetitionMs
  }

  #end(end: WindowEnd, needs: SignInNeeds): void {
    this.#turn = null
    const at = Date.now()
    if (end.kind === 'signedIn') this.#lastSuccess = { need: needOf(needs), at }
    this.window.change({ kind: 'ended', end, at })
  }

  async #signInInWindow({ scopes, claims }: SignInNeeds): Promise<WindowEnd> {
    const { client, account } = this.#signedIn
    return client
      .acquireTokenPopup({
        scopes: [...scopes],
        account,
        ...(claims ? { claims } : {}),
        overrideInteractionInProgress: true,
      })
      .then(({ account: arrived }) => this.#judge(arrived), endOf)
  }

  /** Entra lets the person choose another account, whatever account the request names. */
  async #judge(arrived: AccountInfo): Promise<WindowEnd> {
    const { client, account } = this.#signedIn
    const isSame =
      arrived.homeAccountId === account.homeAccountId && arrived.tenantId === account.tenantId
    if (isSame) return { kind: 'signedIn' }
    await client.clearCache({ account: arrived })
    return { kind: 'otherAccount', username: arrived.username }
  }
}

/** A challenge is known by its claims; without claims, what is asked for is to sign in at all. */
const needOf = ({ claims }: { readonly claims: string | null }): string => claims ?? 'sign-in'

function endOf(error: unknown): WindowEnd {
  if (error instanceof BrowserAuthError && error.errorCode === 'popup_window_error') {
    return { kind: 'blocked' }
  }
  if (error instanceof BrowserAuthError && error.errorCode === 'timed_out') {
    return { kind: 'timedOut' }
  }
  return { kind: 'failed', problem: signInProblem(error) }
}
