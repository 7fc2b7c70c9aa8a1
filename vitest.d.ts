import 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    readonly chaos: { readonly count: number; readonly seed: number }
  }
}
