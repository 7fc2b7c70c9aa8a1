/** Certificate files that the server opens, and endpoints that it calls. */
import { floods, pieces } from '../../../emulator/samples/flooding-answers'
import { makePfx } from '../../../emulator/testing/make-pfx'
import { fill, kb, type DearRequest } from './dear-request'
import { basic, call, testSample, uploads } from './send'

const upload = (name: string, file: () => Uint8Array | string, password = ''): DearRequest => ({
  name,
  isShort: name.startsWith('a file of sequences'),
  send: (portal) =>
    call(portal, {
      method: 'POST',
      path: uploads,
      body: JSON.stringify({ pkcs12Value: asBase64(file()), password }),
    }),
})

const asBase64 = (file: Uint8Array | string) =>
  typeof file === 'string' ? file : Buffer.from(file).toString('base64')

const fileSize = 127 * kb

export const files: readonly DearRequest[] = [
  upload('a file of nothing', () => new Uint8Array(fileSize)),
  upload('a file of sequences in sequences', () =>
    Buffer.alloc(fileSize, Buffer.from([0x30, 0x80])),
  ),
  upload('a file of empty elements', () =>
    Buffer.concat([
      Buffer.from([0x30, 0x83, 0x01, 0xf0, 0x00]),
      Buffer.alloc(0x1f000, Buffer.from([0x05, 0x00])),
    ]),
  ),
  upload('a text that is no base64', () => fill('*', 170 * kb)),
  upload('a base64 of blanks', () => fill(' ', 170 * kb)),
  upload('a file with a password of 50 KB', () => new Uint8Array(9), fill('a', 50 * kb)),
  upload(
    'the dearest file that is opened',
    () => makePfx({ password: 'a'.repeat(1_000), iterations: 200_000 }).pfx,
    'a'.repeat(1_000),
  ),
]

const manyClaims = Object.fromEntries(Array.from({ length: 900 }, (_, index) => [`c${index}`, 'v']))

export const tests: readonly DearRequest[] = [
  ...[...Object.keys(floods).map((name) => `flood-${name}`), 'flood-headers'].map(
    (sample): DearRequest => ({
      name: `a test of the sample \`${sample}\``,
      isShort: sample === 'flood-claims' || sample === 'flood-levels',
      send: (portal) => testSample(portal, sample, { body: manyClaims }),
    }),
  ),
  ...['huge', 'bomb', 'large-headers', 'endless'].map((sample): DearRequest => ({
    name: `a test of the sample \`${sample}\``,
    send: (portal) => testSample(portal, sample),
  })),
  {
    name: 'a password of 1,024 letters in an answer of 1 MB',
    isShort: true,
    send: (portal) =>
      testSample(portal, 'flood-letters', {
        authentication: basic('a'.repeat(256), 'a'.repeat(1_024)),
      }),
  },
  {
    name: 'a claim of 250 KB that comes back',
    send: (portal) => testSample(portal, 'echo', { body: { email: fill('sample-', 250 * kb) } }),
  },
  {
    name: 'a query of the endpoint of 200 KB',
    send: (portal) => testSample(portal, `continue?${fill('a=b&', 200 * kb)}`),
  },
  // With more of them the address is longer than a test may have.
  ...[100, 140].map((count): DearRequest => ({
    name: `${count} keys in the address of an endpoint that answers 1 MB`,
    send: (portal) =>
      testSample(portal, `flood-letters?${pieces((index) => `a=key-${1e6 + index}&`, count)}`),
  })),
  {
    name: 'a claim of 60 levels beside 900 others',
    send: (portal) =>
      testSample(portal, 'continue', {
        body: { a: JSON.parse('['.repeat(60) + ']'.repeat(60)) as unknown, ...manyClaims },
      }),
  },
  ...(['3des', 'aes256'] as const).map((encryption): DearRequest => ({
    name: `a client certificate in ${encryption} of 200,000 rounds`,
    send: (portal) => {
      const made = makePfx({ password: 'a', encryption, iterations: 200_000 })
      return testSample(portal, 'client-certificate', {
        authentication: {
          '@odata.type': '#microsoft.graph.pkcs12Certificate',
          pkcs12Value: made.base64,
          password: 'a',
        },
      })
    },
  })),
]
