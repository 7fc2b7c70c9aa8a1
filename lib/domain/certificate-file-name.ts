/** How much of a connector's name a file's name carries; systems allow 255 bytes for the whole. */
const maxNameCharacters = 60

/**
 * The name of a file about one certificate, without its ending: the connector, and the day (UTC) on which the certificate
 * ends. `notAfter` is in epoch seconds. What file systems or shells treat specially becomes a hyphen.
 */
export function certificateFileName(connectorName: string, notAfter: number): string {
  const plain = connectorName.normalize('NFC').replaceAll(/[^\p{L}\p{M}\p{N}_]+/gu, '-')
  const name = Array.from(plain)
    .slice(0, maxNameCharacters)
    .join('')
    .replaceAll(/^-+|-+$/g, '')
  const day = new Date(notAfter * 1000).toISOString().slice(0, 10)
  return `${name || 'certificate'}-until-${day}`
}
