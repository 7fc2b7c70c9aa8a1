// From an uploaded PKCS#12 file to the certificate that a connector keeps, or to the service's refusal.
import { sha256Hex } from '../basics/checks'
import type { Directory } from '../basics/directories'
import { worldNowSeconds } from '../state/world'
import type { Pkcs12Input } from './connector-input'
import type { GraphCall } from './endpoint'
import { refused, type GraphProblem } from './problem'
import type { StoredCertificate } from '../state/stored'

/** Opens the file and keeps what Graph keeps; throws when the service would refuse the upload. */
export async function readCertificate(
  { context, world }: GraphCall,
  { pkcs12Value, password }: Pkcs12Input,
): Promise<StoredCertificate> {
  const { settings } = world
  const reading = await context.openPfx(pkcs12Value, password, {
    refuseAes: settings.aesPfx === 'reject',
  })
  if (reading.kind !== 'opened') throw refusals[reading.kind](world.tenant)
  const { thumbprint, notBefore, notAfter } = reading
  if (settings.expiredPfx === 'reject' && notAfter < worldNowSeconds(world)) {
    throw expired(world.tenant, notAfter)
  }
  return {
    thumbprint,
    notBefore,
    notAfter,
    pkcs12ValueSha256: sha256Hex(pkcs12Value),
    passwordSha256: sha256Hex(password),
  }
}

/** Throws if the setting forbids to upload a certificate that the connector has. */
export function refuseDuplicate(
  { world }: GraphCall,
  { thumbprint }: StoredCertificate,
  present: readonly StoredCertificate[],
): void {
  if (world.settings.duplicateThumbprint === 'accept') return
  if (present.some((certificate) => certificate.thumbprint === thumbprint)) {
    throw refused('AADB2C90180', `The presented key '${thumbprint}' of type 'X509' already exists.`)
  }
}

function badlyFormatted(reason: string): GraphProblem {
  return refused('AADB2C90215', `The uploaded key is badly formatted. Reason: '${reason}'.`)
}

function invalidCertificate({ id }: Directory, reason: string): GraphProblem {
  return refused(
    'AADB2C90179',
    `The presented X509 certificate 'pkcs12Value' in tenant '${id}' is not a valid X.509 certificate: '${reason}'`,
  )
}

function wrongPassword(): GraphProblem {
  return refused('AADB2C90213', 'The certificate password provided in request is incorrect.')
}

function expired({ id }: Directory, notAfter: number): GraphProblem {
  const date = new Date(notAfter * 1000).toISOString()
  return refused(
    'AADB2C90214',
    `The expiry date for the key container in tenant '${id}' is in the past. Passed date :'${date}'.`,
  )
}

/** The service calls the password wrong, too, when it cannot decrypt the file's encryption. */
const refusals = {
  'wrong-password': wrongPassword,
  'aes-refused': wrongPassword,
  malformed: () => badlyFormatted('The data is not a PKCS#12 file.'),
  'too-slow': () => badlyFormatted('The data could not be read in time.'),
  'no-key': (tenant: Directory) => invalidCertificate(tenant, 'It has no RSA private key.'),
  'no-certificate': (tenant: Directory) =>
    invalidCertificate(tenant, 'No certificate belongs to the private key.'),
}
