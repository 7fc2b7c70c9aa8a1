/** Certificates for broken and sound TLS servers, made on the spot. */
import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto'
import forge from 'node-forge'

export type Issued = {
  /** All PEM. */
  readonly certificate: string
  readonly privateKey: string
  /** SHA-1, upper-case hexadecimal. */
  readonly thumbprint: string
}

type Wish = {
  readonly commonName: string
  /** Names in the certificate; the common name when not said. */
  readonly hosts?: readonly string[]
  readonly notBefore?: Date
  readonly notAfter?: Date
  /** The issuer; itself when not said. */
  readonly issuer?: Issued
  readonly isCa?: boolean
  readonly keyBits?: number
}

const dayMs = 86_400_000

export const daysFromNow = (days: number) => new Date(Date.now() + days * dayMs)

export function issueCertificate(wish: Wish): Issued {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: wish.keyBits ?? 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  })
  const certificate = forge.pki.createCertificate()
  const subject = [{ name: 'commonName', value: wish.commonName }]
  certificate.publicKey = forge.pki.publicKeyFromPem(publicKey)
  // A leading 01 keeps the number positive and its encoding the shortest, as DER demands.
  certificate.serialNumber = `01${randomBytes(15).toString('hex')}`
  certificate.validity.notBefore = wish.notBefore ?? daysFromNow(-1)
  certificate.validity.notAfter = wish.notAfter ?? daysFromNow(30)
  certificate.setSubject(subject)
  certificate.setIssuer(issuerName(wish) ?? subject)
  certificate.setExtensions(extensions(wish))
  certificate.sign(
    forge.pki.privateKeyFromPem(wish.issuer?.privateKey ?? privateKey),
    forge.md.sha256.create(),
  )
  const der = forge.asn1.toDer(forge.pki.certificateToAsn1(certificate)).getBytes()
  return {
    certificate: forge.pki.certificateToPem(certificate),
    privateKey,
    thumbprint: createHash('sha1').update(der, 'binary').digest('hex').toUpperCase(),
  }
}

const issuerName = ({ issuer }: Wish) =>
  issuer && forge.pki.certificateFromPem(issuer.certificate).subject.attributes

/** 2 is a DNS name and 7 an address, by RFC 5280. */
const altName = (host: string) =>
  /^[\d.]+$/.test(host) ? { type: 7, ip: host } : { type: 2, value: host }

const extensions = ({ isCa = false, commonName, hosts = [commonName] }: Wish) =>
  isCa
    ? [
        { name: 'basicConstraints', cA: true, critical: true },
        { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
      ]
    : [
        { name: 'basicConstraints', cA: false },
        { name: 'subjectAltName', altNames: hosts.map(altName) },
      ]
