// A certificate authority that lives as long as the process, for the sample APIs.
import { generateKeyPair, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import forge from 'node-forge'

export type TlsIdentity = {
  /** All PEM. */
  caCertificate: string
  certificate: string
  privateKey: string
}

type KeyPair = {
  publicKey: forge.pki.rsa.PublicKey
  privateKey: forge.pki.rsa.PrivateKey
  pem: string
}

const dayMs = 86_400_000

/** Makes the authority and, signed by it, a server certificate for this machine's own names. */
export async function createTlsIdentity(): Promise<TlsIdentity> {
  const [authorityKeys, serverKeys] = await Promise.all([createKeyPair(), createKeyPair()])
  const authority = createCertificate(authorityKeys.publicKey, 'API connectors emulator CA')
  authority.setExtensions([
    { name: 'basicConstraints', cA: true, critical: true },
    { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    { name: 'subjectKeyIdentifier' },
  ])
  authority.sign(authorityKeys.privateKey, forge.md.sha256.create())
  const server = createCertificate(serverKeys.publicKey, 'localhost')
  server.setIssuer(authority.subject.attributes)
  server.setExtensions(serverExtensions())
  server.sign(authorityKeys.privateKey, forge.md.sha256.create())
  return {
    caCertificate: forge.pki.certificateToPem(authority),
    certificate: forge.pki.certificateToPem(server),
    privateKey: serverKeys.pem,
  }
}

function serverExtensions() {
  return [
    { name: 'basicConstraints', cA: false },
    { name: 'keyUsage', digitalSignature: true, keyEncipherment: true, critical: true },
    { name: 'extKeyUsage', serverAuth: true },
    {
      name: 'subjectAltName',
      // 2 is a DNS name and 7 an address, by RFC 5280.
      altNames: [
        { type: 2, value: 'localhost' },
        { type: 7, ip: '127.0.0.1' },
        { type: 7, ip: '::1' },
      ],
    },
  ]
}

function createCertificate(publicKey: forge.pki.rsa.PublicKey, commonName: string) {
  const certificate = forge.pki.createCertificate()
  const subject = [{ name: 'commonName', value: commonName }]
  certificate.publicKey = publicKey
  // A leading 01 keeps the number positive and its encoding the shortest, as DER demands.
  certificate.serialNumber = `01${randomBytes(15).toString('hex')}`
  certificate.validity.notBefore = new Date(Date.now() - dayMs)
  certificate.validity.notAfter = new Date(Date.now() + 365 * dayMs)
  certificate.setSubject(subject)
  certificate.setIssuer(subject)
  return certificate
}

/** Made natively, since forge needs seconds for it. */
async function createKeyPair(): Promise<KeyPair> {
  const keys = await promisify(generateKeyPair)('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  })
  return {
    publicKey: forge.pki.publicKeyFromPem(keys.publicKey),
    privateKey: forge.pki.privateKeyFromPem(keys.privateKey),
    pem: keys.privateKey,
  }
}
