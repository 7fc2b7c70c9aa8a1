import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: {
    alias: {
      '@': fileURLToPath(new URL('.', import.meta.url)),
      // Next replaces this guard while it bundles; outside Next it would throw.
      'server-only': fileURLToPath(new URL('node_modules/server-only/empty.js', import.meta.url)),
    },
  },
  test: {
    // What `npm run chaos` asks for; without it a part that fits into `npm test`.
    provide: {
      chaos: {
        count: Number(process.env.CHAOS_RUNS ?? 40),
        seed: Number(process.env.CHAOS_SEED ?? Math.floor(Math.random() * 2 ** 31)),
      },
    },
    include: ['{app,components,lib,emulator,scripts}/**/*.test.{ts,tsx}'],
    // Worker threads inherit it; without it Node 20 cannot start one from TypeScript.
    execArgv: [
      '--import',
      new URL('lib/server/testing/typescript-threads.mjs', import.meta.url).href,
    ],
  },
})
