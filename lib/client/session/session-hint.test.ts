import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { memoryStorage } from '../testing/memory-storage'
import {
  attemptKey,
  forgetSession,
  isSessionExpected,
  rememberAttempt,
  rememberedAccess,
  rememberSession,
  sessionKey,
  signInAttempt,
  subscribeToSession,
} from './session-hint'

let root: { dataset: Record<string, string> }

beforeEach(() => {
  root = { dataset: { session: 'expected' } }
  vi.stubGlobal('localStorage', memoryStorage())
  vi.stubGlobal('sessionStorage', memoryStorage())
  vi.stubGlobal('document', { documentElement: root })
  vi.stubGlobal('window', new EventTarget())
})

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('a session', () => {
  it('is not expected in a new browser', () => {
    expect(isSessionExpected()).toBe(false)
    expect(rememberedAccess()).toBeNull()
    expect(signInAttempt()).toBeNull()
  })

  it.each(['write', 'read'] as const)('is expected once there was one: %s', (access) => {
    rememberSession(access)

    expect(isSessionExpected()).toBe(true)
    expect(rememberedAccess()).toBe(access)
  })

  it.each(['write', 'read', 'resume'] as const)('is expected of a sign-in: %s', (attempt) => {
    rememberAttempt(attempt)

    expect(isSessionExpected()).toBe(true)
    expect(signInAttempt()).toBe(attempt)
    expect(rememberedAccess()).toBeNull()
  })

  it('ends the attempt that it came from', () => {
    rememberAttempt('write')

    rememberSession('write')

    expect(signInAttempt()).toBeNull()
  })

  it('is not believed to be what nobody has written', () => {
    localStorage.setItem(sessionKey, 'admin')
    sessionStorage.setItem(attemptKey, 'admin')

    expect(rememberedAccess()).toBeNull()
    expect(signInAttempt()).toBeNull()
    expect(isSessionExpected()).toBe(true)
  })
})

describe('the end of a session', () => {
  it('leaves nothing, shows the page for visitors and is told in this tab', () => {
    const onChange = vi.fn()
    rememberAttempt('write')
    localStorage.setItem(sessionKey, 'write')
    subscribeToSession(onChange)

    forgetSession()

    expect(isSessionExpected()).toBe(false)
    expect(rememberedAccess()).toBeNull()
    expect(root.dataset).toEqual({})
    expect(onChange).toHaveBeenCalledTimes(1)
  })

  it('in another tab is told here, too', () => {
    const onChange = vi.fn()
    rememberSession('write')
    subscribeToSession(onChange)

    localStorage.removeItem(sessionKey)
    window.dispatchEvent(new Event('storage'))

    expect(root.dataset).toEqual({})
    expect(onChange).toHaveBeenCalledTimes(1)
  })

  it('is not what a change of something else means', () => {
    const onChange = vi.fn()
    rememberSession('write')
    subscribeToSession(onChange)

    window.dispatchEvent(new Event('storage'))

    expect(root.dataset).toEqual({ session: 'expected' })
    expect(onChange).toHaveBeenCalledTimes(1)
  })

  it('is told to nobody who has stopped listening', () => {
    const onChange = vi.fn()
    const stop = subscribeToSession(onChange)
    stop()

    forgetSession()
    window.dispatchEvent(new Event('storage'))

    expect(onChange).not.toHaveBeenCalled()
  })
})
