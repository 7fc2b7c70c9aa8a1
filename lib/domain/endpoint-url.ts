/** Endpoint URLs (`targetUrl`) often carry a secret: an Azure Functions key as `?code=…`. */

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
