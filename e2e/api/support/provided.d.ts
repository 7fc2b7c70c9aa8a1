import 'vitest'

declare module 'vitest' {
  /** What `vitest.config.ts` hands to tests. */
  interface ProvidedContext {
    readonly chaos: { readonly count: number; readonly seed: number }
    readonly hostileInput: { readonly numRuns: number; readonly seed?: number }
  }
}
