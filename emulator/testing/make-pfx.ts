// PKCS#12 files for tests, made on the spot: no secret is pasted into the project.
import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto'
import forge from 'node-forge'

export type PfxWish = {
  /** The certificate's common name. */
  subject?: string
  /** Protects the file; empty text is a password, too. */
  password: string
  notBefore?: Date
  notAfter?: Date
  /** `3des` is what the service accepts; `aes256` is what OpenSSL 3 writes by default. */
  encryption?: '3des' | 'aes256'
  /** `false` leaves the integrity check out. */
  mac?: boolean
  withoutKey?: boolean
  withoutCertificate?: boolean
  /** Puts the certificate of another key in the place of the key's own. */
  withForeignCertificate?: boolean
  /** Adds the issuer's certificate, behind the leaf or before it. */
  chain?: 'leaf-first' | 'issuer-first'
  keyBits?: 1024 | 2048 | 3072 | 4096
  /** Rounds of key derivation; 2,048 if not said. */
  iterations?: number
}

export type MadePfx = {
  pfx: Uint8Array
  /** The same file as Graph takes it. */
  base64: string
  /** SHA-1 of the leaf's DER, upper-case hex. */
  thumbprint: string
  /** Epoch seconds. */
  notBefore: number
  /** Epoch seconds. */
  notAfter: number
  /** PEM of the leaf and of its key, for a TLS client. */
  certificatePem: string
  privateKeyPem: string
}

const dayMs = 86_400_000

/** Makes the file. Keys are made once per process and size, so that two files differ by certificate only. */
export function makePfx(wish: PfxWish): MadePfx {
  const own = keyPair(`own ${wish.keyBits ?? 2048}`, wish.keyBits ?? 2048)
  const certified = wish.withForeignCertificate ? keyPair('foreign', 2048) : own
  const issuer = wish.chain === undefined ? undefined : makeIssuer()
  const leaf = makeCertificate(certified, wish, issuer)
  const der = forge.asn1.toDer(forge.pki.certificateToAsn1(leaf)).getBytes()
  const pfx = Buffer.from(writeFile(wish, own, bagsInOrder(wish, leaf, issuer)), 'binary')
  return {
    pfx,
    base64: pfx.toString('base64'),
    thumbprint: createHash('sha1').update(der, 'binary').digest('hex').toUpperCase(),
    notBefore: Math.floor(leaf.validity.notBefore.getTime() / 1000),
    notAfter: Math.floor(leaf.validity.notAfter.getTime() / 1000),
    certificatePem: forge.pki.certificateToPem(leaf),
    privateKeyPem: own.pem,
  }
}

type KeyPair = {
  publicKey: forge.pki.rsa.PublicKey
  privateKey: forge.pki.rsa.PrivateKey
  pem: string
}

type Issuer = { keys: KeyPair; certificate: forge.pki.Certificate }

const keyPairs = new Map<string, KeyPair>()

function keyPair(name: string, bits: number): KeyPair {
  const known = keyPairs.get(name) ?? makeKeyPair(bits)
  keyPairs.set(name, known)
  return known
}

/** Made natively, since forge needs seconds for it. */
function makeKeyPair(bits: number): KeyPair {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: bits,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  })
  return {
    publicKey: forge.pki.publicKeyFromPem(publicKey),
    privateKey: forge.pki.privateKeyFromPem(privateKey),
    pem: privateKey,
  }
}

function makeIssuer(): Issuer {
  const keys = keyPair('issuer', 2048)
  const wish = { subject: 'Contoso Test CA', password: '' }
  return { keys, certificate: makeCertificate(keys, wish, undefined) }
}

function makeCertificate(keys: KeyPair, wish: PfxWish, issuer: Issuer | undefined) {
  const certificate = forge.pki.createCertificate()
  const subject = [commonName(wish.subject ?? 'api.contoso.example')]
  certificate.publicKey = keys.publicKey
  // A leading 01 keeps the number positive and its encoding the shortest, as DER demands.
  certificate.serialNumber = `01${randomBytes(15).toString('hex')}`
  certificate.validity.notBefore = wholeSecond(wish.notBefore ?? new Date(Date.now() - dayMs))
  certificate.validity.notAfter = wholeSecond(wish.notAfter ?? new Date(Date.now() + 365 * dayMs))
  certificate.setSubject(subject)
  certificate.setIssuer(issuer?.certificate.subject.attributes ?? subject)
  certificate.sign((issuer?.keys ?? keys).privateKey, forge.md.sha256.create())
  return certificate
}

function commonName(value: string): forge.pki.CertificateField {
  // UTF-8, for names in any script; forge types the tag as a class, which it is not.
  const valueTagClass = forge.asn1.Type.UTF8 as unknown as forge.asn1.Class
  return { name: 'commonName', value, valueTagClass }
}

/** A certificate holds whole seconds only. */
function wholeSecond(date: Date): Date {
  return new Date(Math.floor(date.getTime() / 1000) * 1000)
}

function bagsInOrder(
  { chain, withoutCertificate }: PfxWish,
  leaf: forge.pki.Certificate,
  issuer: Issuer | undefined,
): forge.pki.Certificate[] {
  if (withoutCertificate) return []
  const certificates = issuer ? [leaf, issuer.certificate] : [leaf]
  return chain === 'issuer-first' ? certificates.reverse() : certificates
}

function writeFile(wish: PfxWish, { privateKey }: KeyPair, bags: forge.pki.Certificate[]): string {
  // forge takes null for "no key" and "no certificate", though its types do not say so.
  const key = (wish.withoutKey ? null : privateKey) as forge.pki.rsa.PrivateKey
  const chain = (bags.length === 0 ? null : bags) as forge.pki.Certificate[]
  const structure = forge.pkcs12.toPkcs12Asn1(key, chain, wish.password, {
    algorithm: wish.encryption ?? '3des',
    count: wish.iterations ?? 2048,
    useMac: wish.mac ?? true,
  })
  return forge.asn1.toDer(structure).getBytes()
}
