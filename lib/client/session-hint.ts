/**
 * Tells, before any sign-in code is loaded, whether this browser probably has a session. It is a
 * hint, not a credential: without it the visitor gets the light sign-in page, and its removal is
 * how a sign-out in one tab reaches the others.
 */

export const sessionKey = 'portal.session'
export const attemptKey = 'portal.sign-in'

/** What the sign-in under way has asked for. */
export type SignInAttempt = 'write' | 'read'

const changed = 'portal:session-changed'

export function isSessionExpected(): boolean {
  return localStorage.getItem(sessionKey) !== null || signInAttempt() !== null
}

/** Calls `onChange` when the hint may have changed, in this tab or in another. */
export function subscribeToSession(onChange: () => void): () => void {
  const notice = () => {
    if (!isSessionExpected()) showSignedOut()
    onChange()
  }
  window.addEventListener('storage', notice)
  window.addEventListener(changed, notice)
  return () => {
    window.removeEventListener('storage', notice)
    window.removeEventListener(changed, notice)
  }
}

/** What the first paint has hidden is shown again. */
function showSignedOut(): void {
  delete document.documentElement.dataset.session
}

export function rememberSession(): void {
  sessionStorage.removeItem(attemptKey)
  localStorage.setItem(sessionKey, '1')
}

export function forgetSession(): void {
  sessionStorage.removeItem(attemptKey)
  localStorage.removeItem(sessionKey)
  showSignedOut()
  window.dispatchEvent(new Event(changed))
}

export function signInAttempt(): SignInAttempt | null {
  const attempt = sessionStorage.getItem(attemptKey)
  return attempt === 'write' || attempt === 'read' ? attempt : null
}

export function rememberAttempt(attempt: SignInAttempt): void {
  sessionStorage.setItem(attemptKey, attempt)
}
