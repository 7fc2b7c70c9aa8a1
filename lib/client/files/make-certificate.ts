/** A new client certificate with its key, made in the browser. */
import type { NewCertificate } from '@/lib/contract/new-certificate'
import { keyWithChain } from '@/lib/domain/pkcs12/key-with-chain'
import { writePkcs12 } from '@/lib/domain/pkcs12/write-pkcs12'
import { randomPassword } from '@/lib/domain/random-password'
import { generateClientCertificate } from '@/lib/domain/x509/generate-client-certificate'
import { toPem } from '@/lib/domain/x509/pem'

export type MadeCertificate = {
  /** The certificate with its private key, protected by `password`. */
  readonly pfx: Uint8Array<ArrayBuffer>
  readonly password: string
  /** The certificate alone, in DER and as text. */
  readonly certificate: Uint8Array<ArrayBuffer>
  readonly pem: string
  /** Its end, epoch seconds. */
  readonly notAfter: number
}

/** The key exists in this page and in the file only; takes up to some seconds for 4,096 bits. */
export async function makeCertificate(wish: NewCertificate): Promise<MadeCertificate> {
  const { certificate, privateKeyInfo } = await generateClientCertificate(wish)
  const password = randomPassword()
  const contents = keyWithChain({ privateKeyInfo, certificate, friendlyName: wish.commonName })
  return {
    pfx: Uint8Array.from(await writePkcs12(contents, password)),
    password,
    certificate: Uint8Array.from(certificate),
    pem: toPem(certificate, 'CERTIFICATE'),
    notAfter: wish.notAfter,
  }
}
