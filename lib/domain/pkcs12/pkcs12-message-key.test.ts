import { describe, expect, test } from 'vitest'
import { readFileSync } from 'node:fs'
import { createTranslator } from 'use-intl/core'
import { z } from 'zod'
import { pkcs12MessageKey } from './pkcs12-message-key'

const catalogue = new URL('../../messages/en/pkcs12.json', import.meta.url)
const sentences = z
  .record(z.string(), z.string())
  .parse(JSON.parse(readFileSync(catalogue, 'utf8')))
const t = createTranslator({ locale: 'en', messages: sentences })

describe('the sentences about certificate files', () => {
  test.each(Object.entries(pkcs12MessageKey))('there is one for %s', (_kind, key) => {
    expect(t(key)).toMatch(/^(This|The) .+\. ./)
  })

  test('AES comes with commands that can be copied line by line', () => {
    const [, open, write] = t('aesEncryption').split('\n')

    expect(open).toMatch(/^openssl pkcs12 -in \S+ -out \S+$/)
    expect(write).toMatch(/^openssl pkcs12 -export -keypbe PBE-SHA1-3DES .*-macalg sha1/)
  })

  test('a file without a MAC has its own sentence', () => {
    expect(t('notVerified')).toContain('could not be checked')
  })
})
