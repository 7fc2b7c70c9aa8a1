// The worker that opens one PKCS#12 file per message, and answers what is in it.
import { createHash } from 'node:crypto'
import { parentPort } from 'node:worker_threads'
import forge from 'node-forge'

/** @typedef {import('./pfx-reader').PfxReading} PfxReading */

/** @typedef {{ bytes: Uint8Array, password: string }} Job */

parentPort?.on('message', (/** @type {Job} */ { bytes, password }) => {
  parentPort?.postMessage(openPfx(bytes, password))
})

/**
 * @param {Uint8Array} bytes
 * @param {string} password
 * @returns {PfxReading}
 */
function openPfx(bytes, password) {
  const structure = readStructure(bytes)
  if (!structure) return { kind: 'malformed' }
  try {
    return findLeaf(forge.pkcs12.pkcs12FromAsn1(structure, true, password))
  } catch (error) {
    // forge tells kinds of failure apart by its texts only.
    return { kind: /password|MAC could not/i.test(String(error)) ? 'wrong-password' : 'malformed' }
  }
}

/** @param {Uint8Array} bytes */
function readStructure(bytes) {
  try {
    return forge.asn1.fromDer(forge.util.createBuffer(Buffer.from(bytes).toString('binary')))
  } catch {
    return null
  }
}

/**
 * The certificate that belongs to the private key; the others are its issuers.
 * @param {forge.pkcs12.Pkcs12Pfx} pfx
 * @returns {PfxReading}
 */
function findLeaf(pfx) {
  const key = findKey(pfx)
  if (!key) return { kind: 'no-key' }
  const type = forge.pki.oids['certBag'] ?? ''
  const certificates = (pfx.getBags({ bagType: type })[type] ?? []).flatMap(
    ({ cert }) => cert ?? [],
  )
  const leaf = certificates.find((certificate) => belongs(certificate, key))
  return leaf ? describe(leaf) : { kind: 'no-certificate' }
}

/** @param {forge.pkcs12.Pkcs12Pfx} pfx */
function findKey(pfx) {
  const types = [forge.pki.oids['pkcs8ShroudedKeyBag'] ?? '', forge.pki.oids['keyBag'] ?? '']
  const bags = types.flatMap((type) => pfx.getBags({ bagType: type })[type] ?? [])
  // A key that is not RSA is null, whatever the types say.
  return bags.map(({ key }) => key).find((key) => Boolean(key) && 'n' in Object(key))
}

/**
 * @param {forge.pki.Certificate} certificate
 * @param {forge.pki.PrivateKey} key
 */
function belongs({ publicKey }, key) {
  return 'n' in publicKey && 'n' in key && publicKey.n.equals(key.n) && publicKey.e.equals(key.e)
}

/**
 * @param {forge.pki.Certificate} certificate
 * @returns {PfxReading}
 */
function describe(certificate) {
  const der = forge.asn1.toDer(forge.pki.certificateToAsn1(certificate)).getBytes()
  return {
    kind: 'opened',
    thumbprint: createHash('sha1').update(der, 'binary').digest('hex').toUpperCase(),
    notBefore: Math.floor(certificate.validity.notBefore.getTime() / 1000),
    notAfter: Math.floor(certificate.validity.notAfter.getTime() / 1000),
  }
}
