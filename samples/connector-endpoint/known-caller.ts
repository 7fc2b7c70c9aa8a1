// Whether the caller is the API connector: by its Basic credentials or its client certificate.
import { createHash, timingSafeEqual, X509Certificate } from 'node:crypto'

export type Settings = {
  /** `username:password`, as the connector has them; undefined when it has a certificate. */
  readonly credentials: string | undefined
  /** SHA-1, upper-case hexadecimal: the connector's current certificate and the next one. */
  readonly thumbprints: readonly string[]
}

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Reads CONNECTOR_USERNAME and CONNECTOR_PASSWORD, or CONNECTOR_THUMBPRINTS (separated by commas).
 * Throws when there are neither: an endpoint that lets everybody in is worse than none.
 */
export function readSettings(environment: Environment): Settings {
  const {
    CONNECTOR_USERNAME: username,
    CONNECTOR_PASSWORD: password,
    CONNECTOR_THUMBPRINTS: thumbprints = '',
  } = environment
  const settings = {
    credentials: username && password ? `${username}:${password}` : undefined,
    thumbprints: thumbprints.split(',').map(plainThumbprint).filter(Boolean),
  }
  if (settings.credentials === undefined && settings.thumbprints.length === 0) {
    throw new Error('Set CONNECTOR_USERNAME and CONNECTOR_PASSWORD, or CONNECTOR_THUMBPRINTS.')
  }
  return settings
}

export type Caller = {
  /** The header of that name. */
  readonly authorization: string | undefined
  /**
   * What the TLS connection was made with. A certificate is public: one from a header proves nothing,
   * unless whoever ended the TLS connection wrote it there and let no other through.
   */
  readonly certificate: X509Certificate | undefined
}

/** One of the two will do, so that a connector can change from a password to a certificate. */
export function isKnown(caller: Caller, settings: Settings, now = new Date()): boolean {
  return hasCredentials(caller, settings) || hasCertificate(caller, settings, now)
}

/**
 * Compares the whole of `username:password`. Splitting it would need care: a password may hold colons
 * (RFC 7617 section 2).
 */
function hasCredentials({ authorization }: Caller, { credentials }: Settings): boolean {
  const encoded = /^Basic +([A-Za-z0-9+/]+={0,2})$/i.exec(authorization ?? '')?.[1]
  if (encoded === undefined || credentials === undefined) return false
  return isSameSecret(Buffer.from(encoded, 'base64'), Buffer.from(credentials))
}

/** Takes as long whatever is different, and however long the texts are. */
const isSameSecret = (given: Buffer, expected: Buffer): boolean =>
  timingSafeEqual(sha256(given), sha256(expected))

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest()

/** The certificate is pinned, so that nobody needs to have issued it; its dates still count. */
function hasCertificate({ certificate }: Caller, { thumbprints }: Settings, now: Date): boolean {
  if (!certificate) return false
  const isInTime = new Date(certificate.validFrom) <= now && now <= new Date(certificate.validTo)
  return isInTime && thumbprints.includes(plainThumbprint(certificate.fingerprint))
}

/** Without the colons or blanks with which they are often copied. */
const plainThumbprint = (text: string) => text.replaceAll(/[^0-9a-f]/gi, '').toUpperCase()

/** The certificate that Azure App Service puts into `X-ARR-ClientCert`: base64 of its DER. */
export function readForwardedCertificate(header: string | null | undefined) {
  if (!header) return undefined
  try {
    return new X509Certificate(Buffer.from(header, 'base64'))
  } catch {
    // What is no certificate lets nobody in.
    return undefined
  }
}
