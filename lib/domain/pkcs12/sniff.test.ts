import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { maxPkcs12Bytes } from '@/lib/contract/limits'
import { integer, sequence } from './fixtures/assemble'
import { sniff } from './sniff'

const fixture = (name: string): Uint8Array =>
  Uint8Array.from(readFileSync(new URL(`fixtures/${name}`, import.meta.url)))

const text = (value: string) => new TextEncoder().encode(value)
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
const pem = `-----BEGIN CERTIFICATE-----\n${base64(fixture('certificate.cer'))}\n-----END CERTIFICATE-----\n`

describe('what a chosen file is', () => {
  test.each([
    ['openssl-3.pfx', 'pkcs12'],
    ['keytool.p12', 'pkcs12'],
    ['certificate.cer', 'der-certificate'],
    ['version-1.cer', 'der-certificate'],
    ['pkcs8.key', 'der-private-key'],
    ['sec1.key', 'der-private-key'],
    ['encrypted.key', 'der-private-key'],
    ['chain.p7b', 'pkcs7'],
    ['keystore.jks', 'jks'],
    ['public.key', 'not-pkcs12'],
    ['request.csr', 'not-pkcs12'],
  ])('%s is called %s', (name, kind) => {
    expect(sniff(fixture(name))).toBe(kind)
  })

  test.each([
    ['an empty file', new Uint8Array(), 'empty'],
    ['a file above the limit', new Uint8Array(maxPkcs12Bytes + 1), 'too-large'],
    ['a file at the limit', new Uint8Array(maxPkcs12Bytes), 'not-pkcs12'],
    ['an RSA key of PKCS#1', sequence(integer(0), integer(5), integer(5)), 'der-private-key'],
    ['a ZIP archive', text('PK\u0003\u0004rest'), 'zip'],
    ['PEM text', text(pem), 'pem'],
    ['PEM text behind attributes', text(`Bag Attributes\n  localKeyID: 01\n${pem}`), 'pem'],
    ['PEM text that Windows saved as UTF-16', Buffer.from(`\uFEFF${pem}`, 'utf16le'), 'pem'],
    ['a web page', text('<!doctype html><title>Sign in</title>'), 'not-pkcs12'],
    ['a word', text('MIIcrosoft'), 'not-pkcs12'],
    ['the digit 0, which DER starts with too', text('0123456789'), 'not-pkcs12'],
    ['an empty SEQUENCE', sequence(), 'not-pkcs12'],
    ['two numbers', sequence(integer(7), integer(5)), 'not-pkcs12'],
    ['version 3 of something else', sequence(integer(3), integer(5)), 'not-pkcs12'],
    [
      'a length that nothing can have',
      Uint8Array.of(0x30, 0x88, 1, 1, 1, 1, 1, 1, 1, 1),
      'not-pkcs12',
    ],
  ])('%s is recognised', (_title, bytes, kind) => {
    expect(sniff(bytes)).toBe(kind)
  })

  test('a PFX as base64 text is recognised in one line and in many', () => {
    const line = base64(fixture('openssl-3.pfx'))
    const lines = line.replaceAll(/.{64}/g, '$&\r\n')

    expect(sniff(text(line))).toBe('base64-text')
    expect(sniff(text(lines))).toBe('base64-text')
  })

  test.each<[string, (line: string) => string]>([
    ['in quotation marks', (line) => `"${line}"\n`],
    ['in single ones', (line) => `'${line}'`],
    ['as a data address', (line) => `data:application/x-pkcs12;base64,${line}`],
    ['in JSON', (line) => JSON.stringify({ id: 'x', value: line, tags: {} }, null, 2)],
    ['in a list of JSON', (line) => JSON.stringify([line])],
    ['in JSON, in lines', (line) => JSON.stringify(line.replaceAll(/.{64}/g, '$&\r\n'))],
  ])('a PFX as base64 text is recognised %s', (_title, write) => {
    expect(sniff(text(write(base64(fixture('openssl-3.pfx')))))).toBe('base64-text')
  })

  test.each(['{"name":"MIIxyz"}', '"MII"', '["a","b"]', 'data:text/plain,MIIxyz'])(
    '%s is no such text',
    (value) => {
      expect(sniff(text(value))).toBe('not-pkcs12')
    },
  )

  test('a certificate that was cut is still called a certificate', () => {
    expect(sniff(fixture('certificate.cer').subarray(0, 200))).toBe('der-certificate')
  })

  test('a PFX of another version is left to the reader to refuse', () => {
    const afterVersion = fixture('openssl-3.pfx').subarray(7)

    expect(sniff(sequence(integer(2), afterVersion))).toBe('pkcs12')
  })
})
