/** Answers of made-up endpoints. */
import type { Claims } from '@/lib/contract/connector-test'
import type { JudgedTest, ObservedAnswer } from '../verdict'

export const appId = '7c4f0a1d2e3b4c5d8e9f0a1b2c3d4e5f'

export const beforeCreating: JudgedTest = {
  tenantKind: 'b2c',
  step: 'postAttributeCollection',
  sent: {
    email: 'kim@fabrikam.example',
    postalCode: '0150',
    surname: 'L',
    [`extension_${appId}_Tier`]: 'silver',
  },
}

/** An answer of a sound server with this body. */
export function answer(text: string, changes: Partial<ObservedAnswer> = {}): ObservedAnswer {
  return {
    status: 200,
    headers: [['content-type', 'application/json; charset=utf-8']],
    text,
    isUtf8: true,
    byteLength: new TextEncoder().encode(text).length,
    isTruncated: false,
    totalMs: 120,
    tlsProtocol: 'TLSv1.3',
    certificateDates: null,
    ...changes,
  }
}

export const json = (body: unknown, changes: Partial<ObservedAnswer> = {}) =>
  answer(JSON.stringify(body), changes)

export const proceed = (claims: Claims = {}) => ({
  version: '1.0.0',
  action: 'Continue',
  ...claims,
})

export const block = (changes: Claims = {}) => ({
  version: '1.0.0',
  action: 'ShowBlockPage',
  userMessage: 'Sign-up is not open to you.',
  ...changes,
})

export const refuse = (changes: Claims = {}) => ({
  version: '1.0.0',
  status: 400,
  action: 'ValidationError',
  userMessage: 'Please check the postal code.',
  ...changes,
})

/** The same object without one of its names. */
export const without = (body: Claims, name: string): Claims =>
  Object.fromEntries(Object.entries(body).filter(([other]) => other !== name))
