// The key that signs every token of one emulator. It is made at start and never leaves the process.
import { randomUUID } from 'node:crypto'
import {
  decodeJwt,
  errors,
  exportJWK,
  generateKeyPair,
  jwtVerify,
  SignJWT,
  type JWK,
  type JWTPayload,
} from 'jose'

export type Signer = {
  sign: (claims: JWTPayload) => Promise<string>
  /** The claims if we signed the token, whatever its dates and audience; else `null`. */
  verify: (token: string) => Promise<JWTPayload | null>
  publicKeys: () => { keys: JWK[] }
}

/** RSA-2048 and RS256, as Entra's v2.0 tokens. */
export async function createSigner(): Promise<Signer> {
  const { privateKey, publicKey } = await generateKeyPair('RS256')
  const keyId = randomUUID()
  const key: JWK = { ...(await exportJWK(publicKey)), kid: keyId, use: 'sig', alg: 'RS256' }
  return {
    sign: (claims) =>
      new SignJWT(claims)
        .setProtectedHeader({ typ: 'JWT', alg: 'RS256', kid: keyId })
        .sign(privateKey),
    verify: (token) =>
      // Dates are judged by the caller, who has a sentence for each kind of failure.
      jwtVerify(token, publicKey, {
        algorithms: ['RS256'],
        currentDate: new Date(0),
        clockTolerance: farFuture,
      })
        .then(({ payload }) => payload)
        .catch(refuse),
    publicKeys: () => ({ keys: [key] }),
  }
}

/** The claims without any check; good for reading a name out of a token that is about to be refused. */
export function readClaims(token: string): JWTPayload {
  try {
    return decodeJwt(token)
  } catch {
    return {}
  }
}

/** Seconds; enough for every token to be within its dates. */
const farFuture = 100_000_000_000

function refuse(failure: unknown): null {
  if (failure instanceof errors.JOSEError) return null
  throw failure
}
