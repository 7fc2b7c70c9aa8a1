import { config } from 'zod'

// zod compiles schemas with `new Function` where it may; the pages' Content-Security-Policy forbids
// that, and already the attempt is reported as a violation.
config({ jitless: true })

// Not its namespace `z`: handed on as a value, that brings every language of its messages along.
export * from 'zod'
