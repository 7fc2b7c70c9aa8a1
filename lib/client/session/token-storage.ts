/** Where MSAL keeps its tokens in this browser. */

let found: 'localStorage' | 'sessionStorage' | undefined

/**
 * `localStorage`, which all tabs share: MSAL encrypts what it keeps there, with a key in a cookie that
 * ends with the browser's session. The cookie is `Secure`, and Safari takes none of these over http, not
 * even from `http://localhost` as the other browsers do: each page would find a cache it cannot read.
 * There it is `sessionStorage`, which is the tab's own and needs no key.
 */
export function tokenStorage(): 'localStorage' | 'sessionStorage' {
  found ??= keepsSecureCookies() ? 'localStorage' : 'sessionStorage'
  return found
}

/** Found out by trying: what the browser says of itself does not tell. */
function keepsSecureCookies(): boolean {
  const name = 'portal.secure-cookie'
  const attributes = 'Secure; SameSite=Strict; Path=/'
  document.cookie = `${name}=kept; ${attributes}`
  const isKept = document.cookie.includes(`${name}=kept`)
  document.cookie = `${name}=; Max-Age=0; ${attributes}`
  return isKept
}
