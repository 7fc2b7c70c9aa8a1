import { afterEach, beforeEach, expect, it, vi } from 'vitest'

const written: string[] = []

/** A page in a browser that keeps a `Secure` cookie, or does not. */
async function pageOf(browser: 'keeping' | 'dropping') {
  let cookie = 'other=1'
  vi.stubGlobal(
    'document',
    Object.defineProperty({}, 'cookie', {
      get: () => cookie,
      set: (line: string) => {
        written.push(line)
        if (browser === 'keeping') cookie = `other=1; ${line.split(';')[0]}`
      },
    }),
  )
  vi.resetModules()
  return import('./token-storage')
}

beforeEach(() => {
  written.length = 0
})

afterEach(() => {
  vi.unstubAllGlobals()
})

it('tokens lie where all tabs find them, encrypted by a key in a cookie', async () => {
  const { tokenStorage } = await pageOf('keeping')

  expect(tokenStorage()).toBe('localStorage')
})

it('tokens lie in the tab where the browser keeps no such cookie', async () => {
  const { tokenStorage } = await pageOf('dropping')

  expect(tokenStorage()).toBe('sessionStorage')
})

it('it is tried once, with a cookie that leaves nothing behind', async () => {
  const { tokenStorage } = await pageOf('keeping')

  tokenStorage()
  tokenStorage()

  expect(written).toEqual([
    'portal.secure-cookie=kept; Secure; SameSite=Strict; Path=/',
    'portal.secure-cookie=; Max-Age=0; Secure; SameSite=Strict; Path=/',
  ])
})
