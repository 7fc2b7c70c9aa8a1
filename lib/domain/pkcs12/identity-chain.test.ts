import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { convertPkcs12 } from './convert-pkcs12'
import { certificateBag, keyBag, pfx, safeWithBags, sha1Mac } from './fixtures/assemble'
import { inspectPkcs12 } from './inspect-pkcs12'
import { openPkcs12 } from './open-pkcs12'

const password = 'Pa$$word'

type Part = 'leaf' | 'middle' | 'root'

/** The certificates of `chain.pfx` by their names, and the key of the leaf. */
async function parts() {
  const bytes = readFileSync(new URL('fixtures/chain.pfx', import.meta.url))
  const opened = await openPkcs12(bytes, password)
  const [key] = opened.ok ? opened.contents.keys : []
  if (!opened.ok || !key) throw new Error('chain.pfx does not open')
  const hasName = (der: Uint8Array, name: string) =>
    Buffer.from(der).lastIndexOf(name) > Buffer.from(der).lastIndexOf('Z') // the subject's, behind the dates
  const der = (name: Part) => {
    const found = opened.contents.certificates.find((entry) => hasName(entry.der, name))
    if (!found) throw new Error(`no ${name}`)
    return found.der
  }
  return { key, der }
}

const { key, der } = await parts()

/** What basic constraints hold is no longer a sequence. */
function withMalformedExtension(certificate: Uint8Array): Uint8Array {
  const at = Buffer.from(certificate).indexOf(Buffer.from('0603551d13', 'hex'))
  if (at < 0) throw new Error('no basic constraints')
  const octets = Buffer.from(certificate).indexOf(0x04, at + 5)
  return certificate.with(octets + 2, 0x31)
}

function fileOf(...certificates: Uint8Array[]): Uint8Array {
  const safe = safeWithBags(keyBag(key.privateKeyInfo), ...certificates.map(certificateBag))
  return pfx(safe, sha1Mac(safe, password))
}

const inspect = (...certificates: Uint8Array[]) => inspectPkcs12(fileOf(...certificates), password)

describe('where the chain of a file ends', () => {
  test.each<[string, Part[], object | null]>([
    ['at its root', ['leaf', 'middle', 'root'], null],
    ['before its root', ['leaf', 'middle'], { issuer: 'CN=root', mayBeUnreadable: false }],
    ['at once', ['leaf'], { issuer: 'CN=middle', mayBeUnreadable: false }],
    ['at once, with its root', ['leaf', 'root'], { issuer: 'CN=middle', mayBeUnreadable: false }],
  ])('%s', async (_where, names, openEnd) => {
    expect(await inspect(...names.map(der))).toMatchObject({ ok: true, openEnd })
  })
})

describe('a certificate that cannot be read', () => {
  const odd = withMalformedExtension(der('middle'))

  test('is named, and may be the issuer that is missing', async () => {
    expect(await inspect(der('leaf'), odd, der('root'))).toMatchObject({
      ok: true,
      leaf: { commonName: 'leaf' },
      chain: [{ commonName: 'root' }],
      openEnd: { issuer: 'CN=middle', mayBeUnreadable: true },
      unreadableCertificates: [{ subject: 'CN=middle' }],
    })
  })

  test('is not the issuer when it has another name', async () => {
    const stranger = withMalformedExtension(der('root'))

    expect(await inspect(der('leaf'), stranger)).toMatchObject({
      openEnd: { issuer: 'CN=middle', mayBeUnreadable: false },
      unreadableCertificates: [{ subject: 'CN=root' }],
    })
  })

  test('is in the converted file as it was', async () => {
    const converted = await convertPkcs12(fileOf(der('leaf'), odd), password)
    if (!converted.ok) throw new Error(converted.kind)
    const opened = await openPkcs12(converted.pfx, password)

    const ders = opened.ok && opened.contents.certificates.map((entry) => entry.der)
    expect(ders).toEqual([der('leaf'), odd])
  })

  test('is the end of it when it is the key’s own', async () => {
    const stub = der('leaf').slice(0, -1)

    expect(await inspect(stub, der('root'))).toEqual({ ok: false, kind: 'malformed' })
  })
})
