/**
 * Endpoint URLs (`targetUrl`) on a screen. They often carry a secret, an Azure Functions key as `?code=…`,
 * and may be written so that people believe in another host than the one that is called.
 */
import { spelledOut } from './shown-text'

const mask = '•••'

/**
 * The URL with every query value hidden, for screens and messages. Names stay readable, so that
 * `?code=•••` still says what is there. Text that is not a URL comes back unchanged up to the `?`.
 */
export function maskUrlSecrets(url: string): string {
  const start = url.indexOf('?')
  if (start < 0) return url
  const [query = '', ...fragment] = url.slice(start + 1).split('#')
  const masked = query.split('&').map(maskPair).join('&')
  return [`${url.slice(0, start)}?${masked}`, ...fragment].join('#')
}

/** A pair without `=` may itself be the secret, so it is hidden whole. */
function maskPair(pair: string): string {
  if (pair === '') return pair
  const equals = pair.indexOf('=')
  return equals < 0 ? mask : `${pair.slice(0, equals)}=${mask}`
}

export const hasUrlSecrets = (url: string): boolean => maskUrlSecrets(url) !== url

const writtenAuthority = /^[a-z][a-z0-9+.-]*:\/\/([^/?#\\]*)/i

/**
 * The host that is called, as DNS knows it, where the URL does not spell it so: letters beyond ASCII
 * (`аpple.com` in Cyrillic is `xn--pple-43d.com`), a name before an `@`, an address as one number. Null
 * where it does, and for a text that is no URL.
 */
export function hostBehind(url: string): string | null {
  if (!URL.canParse(url)) return null
  const { host, hostname } = new URL(url)
  const written = writtenAuthority.exec(url.trim())?.[1] ?? ''
  return written.replace(/:\d*$/, '').toLowerCase() === hostname ? null : host
}

/** The URL for one line of text, without its secrets and with the host behind it. */
export function endpointText(url: string): string {
  const shown = spelledOut(maskUrlSecrets(url))
  const host = hostBehind(url)
  return host === null ? shown : `${shown} (${host})`
}
