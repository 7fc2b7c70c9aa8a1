import { z } from 'zod'

// zod compiles schemas with `new Function` where it may; the pages' Content-Security-Policy forbids
// that, and already the attempt is reported as a violation.
z.config({ jitless: true })

export { z }
