import { describe, expect, test } from 'vitest'
import { readFileSync } from 'node:fs'
import { createTranslator } from 'use-intl/core'
import { z } from 'zod'
import { certificateWarningMessageKey, pkcs12MessageKey } from './pkcs12-message-key'

const catalogue = new URL('../../messages/en/pkcs12.json', import.meta.url)
const sentences = z
  .record(z.string(), z.string())
  .parse(JSON.parse(readFileSync(catalogue, 'utf8')))
const t = createTranslator({ locale: 'en', messages: sentences })

const failures = Object.entries(pkcs12MessageKey)
const warnings = Object.entries(certificateWarningMessageKey)

describe('the sentences about certificate files', () => {
  test.each([...failures, ...warnings])(
    'for %s there is what is wrong and what to do',
    (_, key) => {
      expect(t(key, { names: 'CN=Issuing CA', days: 30 })).toMatch(
        /^(This|The) [^.]+(\.\w[^.]+)*[.:]\s\S.+/,
      )
    },
  )

  test('no two failures or warnings share one', () => {
    const keys = [...failures, ...warnings].map(([, key]) => key)

    expect(new Set(keys.map((key) => sentences[key])).size).toBe(keys.length)
  })

  test('AES comes with commands that can be copied line by line', () => {
    const [, open, write] = t('aesEncryption').split('\n')

    expect(open).toMatch(/^openssl pkcs12 -in \S+ -out \S+$/)
    expect(write).toMatch(/^openssl pkcs12 -export -keypbe PBE-SHA1-3DES .*-macalg sha1/)
  })
})
