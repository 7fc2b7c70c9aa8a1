const lineLength = 64

/** The textual form of RFC 7468: label (such as `CERTIFICATE`), base64 in lines of 64, line feeds. */
export function toPem(der: Uint8Array, label: string): string {
  const characters = Array.from(der, (byte) => String.fromCharCode(byte))
  const lines = btoa(characters.join('')).replaceAll(
    new RegExp(`.{${lineLength}}(?=.)`, 'g'),
    '$&\n',
  )
  return `-----BEGIN ${label}-----\n${lines}\n-----END ${label}-----\n`
}
