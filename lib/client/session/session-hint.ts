/**
 * Tells, before any sign-in code is loaded, whether this browser probably has a session. It is a
 * hint, not a credential: without it the visitor gets the light sign-in page, and its removal is
 * how a sign-out in one tab reaches the others.
 */

import type { Access } from '@/lib/contract/permissions'

export const sessionKey = 'portal.session'
export const attemptKey = 'portal.sign-in'

/** The wish of the sign-in under way; `resume`: to go on with the session of another tab. */
export type SignInAttempt = Access | 'resume'

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

/** Shows again what the first paint has hidden. */
function showSignedOut(): void {
  delete document.documentElement.dataset.session
}

/** @param access what the person may do with connectors, as far as their tokens have told */
export function rememberSession(access: Access): void {
  sessionStorage.removeItem(attemptKey)
  localStorage.setItem(sessionKey, access)
}

/** The access of the session when it was last seen; null when that was never found out. */
export function rememberedAccess(): Access | null {
  const access = localStorage.getItem(sessionKey)
  return access === 'write' || access === 'read' ? access : null
}

export function forgetSession(): void {
  sessionStorage.removeItem(attemptKey)
  localStorage.removeItem(sessionKey)
  showSignedOut()
  window.dispatchEvent(new Event(changed))
}

export function signInAttempt(): SignInAttempt | null {
  const attempt = sessionStorage.getItem(attemptKey)
  return attempt === 'write' || attempt === 'read' || attempt === 'resume' ? attempt : null
}

export function rememberAttempt(attempt: SignInAttempt): void {
  sessionStorage.setItem(attemptKey, attempt)
}
