import { config, type core } from 'zod/mini'

// The small form of zod: what a page does not use of it is left out of the page.
// zod compiles schemas with `new Function` where it may; the pages' Content-Security-Policy forbids
// that, and already the attempt is reported as a violation.
config({ jitless: true })

// Not its namespace `z`: handed on as a value, that brings every language of its messages along.
export * from 'zod/mini'

/** A schema of either form of zod; `safeParse` judges by it. */
export type Schema<Output = unknown> = core.$ZodType<Output>
