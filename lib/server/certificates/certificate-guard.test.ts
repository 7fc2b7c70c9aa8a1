import { readFileSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { makePfx } from '@/emulator/testing/make-pfx'
import { bombMac, pfx, safeWithBags } from '@/lib/domain/pkcs12/fixtures/assemble'
import { createCertificateGuard, startCertificateThread } from './certificate-guard'

const password = 'Pa$$word'

const fixture = (name: string) =>
  Uint8Array.from(readFileSync(new URL(`../../domain/pkcs12/fixtures/${name}`, import.meta.url)))

const good = { bytes: fixture('rsa.pfx'), password }

const script = (code: string) => new Worker(code, { eval: true })

/** Answers only when it is told to. */
const heldThread = () =>
  script(`
    const { parentPort } = require('node:worker_threads')
    parentPort.on('message', (message) => {
      if (message === 'go') parentPort.postMessage({ kind: 'usable', thumbprint: '' })
    })`)

afterEach(() => {
  vi.useRealTimers()
})

// Threads take their time to start from TypeScript on a busy machine.
vi.setConfig({ testTimeout: 30_000 })
const patient = { deadlineMs: 30_000 }

const usable = { kind: 'usable', thumbprint: expect.stringMatching(/^[0-9A-F]{40}$/) as string }

describe('a file', () => {
  const judge = createCertificateGuard(startCertificateThread, patient)

  test.each([
    ['OpenSSL', 'rsa.pfx'],
    ['OpenSSL with a short key, which is no more than a warning', 'rsa-1024.pfx'],
    ['Firefox, with 600,000 iterations', 'nss.pfx'],
  ])('of %s passes', async (_, name) => {
    expect(await judge({ bytes: fixture(name), password })).toMatchObject(usable)
  })

  test.each(['3des', 'aes256'] as const)('encrypted with %s passes', async (encryption) => {
    const { pfx: bytes, thumbprint } = makePfx({ password, encryption })

    expect(await judge({ bytes, password })).toEqual({ kind: 'usable', thumbprint })
  })

  test.each([
    ['that is empty', new Uint8Array(0), 'empty'],
    ['that is a certificate alone', fixture('certificate.cer'), 'der-certificate'],
    ['that ends too early', fixture('cut.pfx'), 'truncated'],
    ['without a key', fixture('certificate-only.pfx'), 'no-private-key'],
    ['without a certificate', fixture('key-only.pfx'), 'no-certificate'],
    ['whose key is another’s', fixture('mismatch.pfx'), 'key-certificate-mismatch'],
    ['in a cipher not known here', fixture('camellia.pfx'), 'unsupported-algorithm'],
    ['that has expired', fixture('expired.pfx'), 'expired'],
    ['whose key is not RSA', fixture('p-384.pfx'), 'not-rsa'],
    [
      'with 2^31 iterations, long before its deadline',
      pfx(safeWithBags(), bombMac(0x7f, 0xff, 0xff, 0xff)),
      'too-many-iterations',
    ],
  ])('%s is refused', async (_, bytes, fault) => {
    expect(await judge({ bytes, password })).toEqual({ kind: 'refused', fault })
  })

  test('with another password is refused', async () => {
    const answer = await judge({ ...good, password: 'pa$$word' })

    expect(answer).toEqual({ kind: 'refused', fault: 'wrong-password' })
  })

  test('with several keys is refused, since Graph has no way to say which is meant', async () => {
    const answer = await judge({ bytes: fixture('keytool-several.p12'), password: 'changeit' })

    expect(answer).toEqual({ kind: 'refused', fault: 'multiple-keys' })
  })
})

describe('a thread', () => {
  /** The first thread does what the test says, the others what the portal's does. */
  function guardStartingWith(first: () => Worker, limits = {}) {
    const starts = [first]
    return createCertificateGuard(() => (starts.shift() ?? startCertificateThread)(), {
      ...limits,
      maxThreads: 1,
    })
  }

  test('that hangs is given up after five seconds, and the next file is judged', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const judge = guardStartingWith(() => script('for (;;);'))
    const answers = [judge(good), judge(good)]

    await vi.advanceTimersByTimeAsync(5_000)

    expect(await Promise.all(answers)).toMatchObject([{ kind: 'too-slow' }, usable])
  })

  test.each([
    ['throws', 'throw new RangeError()', expect.any(RangeError)],
    ['ends', 'process.exit()', 'exit'],
  ])('that %s is no verdict, and the next file is judged', async (_, code, cause: unknown) => {
    const judge = guardStartingWith(() => script(code), patient)

    expect(await judge(good)).toEqual({ kind: 'failed', cause })
    expect(await judge(good)).toMatchObject(usable)
  })

  test('is started for two files at once; others wait, and too many are sent away', async () => {
    const threads: Worker[] = []
    const judge = createCertificateGuard(() => {
      const thread = heldThread()
      threads.push(thread)
      return thread
    })

    const answers = Array.from({ length: 6 }, () => judge(good))
    expect(await judge(good)).toEqual({ kind: 'busy' })

    for (let done = 0; done < answers.length; done += 1) {
      expect(threads).toHaveLength(Math.min(done + 2, answers.length))
      threads[done]?.postMessage('go')
      expect(await answers[done]).toMatchObject({ kind: 'usable' })
      await vi.waitFor(() => expect(threads.length).toBe(Math.min(done + 3, answers.length)))
    }
  })
})
