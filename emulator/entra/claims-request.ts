// The `claims` parameter of OpenID Connect, of which Entra uses two: client capabilities and step-up.
import { isObject, isText, isTextList, parseJson, type JsonObject } from '../basics/checks'
import { EntraProblem } from './problem'

export type RequestedClaims = {
  /** `xms_cc`: what the client can handle, such as `CP1` for claims challenges. */
  clientCapabilities: string[]
  /** `acrs`: the authentication contexts that the token must prove. */
  acrs: string[]
}

/** Reads the JSON text of the parameter; nothing sent asks for nothing. */
export function readRequestedClaims(text: string | undefined): RequestedClaims {
  const claims = text === undefined || text === '' ? {} : parseJson(text)
  if (!isObject(claims)) {
    throw new EntraProblem(
      'invalid_request',
      "AADSTS90023: The 'claims' parameter is not valid JSON.",
    )
  }
  const accessToken = isObject(claims['access_token']) ? claims['access_token'] : {}
  return {
    clientCapabilities: readValues(accessToken, 'xms_cc'),
    acrs: readValues(accessToken, 'acrs'),
  }
}

/** The claims that prove the authentication context; a claims challenge carries them. */
export function stepUpClaims(acr: string): string {
  return JSON.stringify({ access_token: { acrs: { essential: true, value: acr } } })
}

function readValues(claims: JsonObject, name: string): string[] {
  const claim = claims[name]
  if (!isObject(claim)) return []
  if (isTextList(claim['values'])) return claim['values']
  return isText(claim['value']) ? [claim['value']] : []
}
