import { describe, expect, it } from 'vitest'
import { reasonOf, traceOf } from './error-trace'

describe('of an error the log gets', () => {
  it('the name and where it arose, and not its message', () => {
    const error = new TypeError('password is\n    at hunter2 (canary)')

    const trace = traceOf(error)

    expect(trace.name).toBe('TypeError')
    expect(trace.frames[0]).toMatch(/^at .*error-trace\.test\.ts/)
    expect(JSON.stringify(trace)).not.toMatch(/hunter2|canary/)
  })

  it('the kind of what was thrown, if it was no error', () => {
    expect(traceOf('secret')).toEqual({ name: 'string', frames: [] })
  })

  it('the first code down the chain of causes', () => {
    const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })

    expect(reasonOf(new Error('No connection', { cause: refused }))).toBe('ECONNREFUSED')
    expect(reasonOf(new RangeError('canary'))).toBe('RangeError')
    expect(reasonOf('list too long')).toBe('list too long')
    expect(reasonOf(undefined)).toBeUndefined()
  })
})
