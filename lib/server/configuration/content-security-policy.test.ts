import { describe, expect, it } from 'vitest'
import { contentSecurityPolicy } from './content-security-policy'

const options = {
  nonce: 'bm9uY2U=',
  signInOrigins: ['https://login.microsoftonline.com'],
  mayBeFramed: false,
  isDevelopment: false,
}

describe('the policy of a page', () => {
  it('admits the portal itself, the nonce and the place of sign-in', () => {
    expect(contentSecurityPolicy(options).split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self' 'nonce-bm9uY2U=' 'strict-dynamic'",
      "style-src 'self' 'nonce-bm9uY2U='",
      "img-src 'self' data: blob:",
      "font-src 'self'",
      "connect-src 'self' https://login.microsoftonline.com",
      "frame-src 'self' https://login.microsoftonline.com",
      "worker-src 'self'",
      "form-action 'self' https://login.microsoftonline.com",
      "base-uri 'none'",
      "object-src 'none'",
      "manifest-src 'self'",
      "frame-ancestors 'none'",
    ])
  })

  it('lets the portal frame its redirect page', () => {
    expect(contentSecurityPolicy({ ...options, mayBeFramed: true })).toContain(
      "frame-ancestors 'self'",
    )
  })

  it('is laxer in development only', () => {
    expect(contentSecurityPolicy(options)).not.toContain('unsafe')
    expect(contentSecurityPolicy({ ...options, isDevelopment: true })).toContain("'unsafe-eval'")
  })
})
