/**
 * Writes a certificate file anew in the form that the service accepts: same key, same certificates,
 * same password. Microsoft answers "password incorrect" to files that are encrypted with AES.
 */
import { sha1 } from '@noble/hashes/legacy.js'
import type { Pkcs12Certificate, Pkcs12Contents } from './contents'
import type { Pkcs12Failure } from './failure'
import { selectIdentity, type Identity } from './identity'
import { chainOfIdentity } from './identity-chain'
import type { InspectionOptions } from './inspect-pkcs12'
import { openPkcs12 } from './open-pkcs12'
import { writePkcs12 } from './write-pkcs12'

export type Conversion =
  | { readonly ok: true; readonly pfx: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly kind: Pkcs12Failure }

/**
 * A TripleDES-SHA1 file with the certificate that was meant, its key and its issuers; secrets, CRLs
 * and the keys of others are left out, friendly names stay. Never throws, whatever the file. See
 * `openPkcs12` for how long it may take.
 */
export async function convertPkcs12(
  bytes: Uint8Array,
  password: string,
  { thumbprint }: InspectionOptions = {},
): Promise<Conversion> {
  const opened = await openPkcs12(bytes, password)
  if (!opened.ok) return opened
  const selection = selectIdentity(opened.contents, thumbprint)
  if (!selection.ok) return { ok: false, kind: selection.kind }
  const isOnlyKey = opened.contents.keys.length === 1
  const pfx = await writePkcs12(contentsOf(selection.identity, isOnlyKey), password)
  return { ok: true, pfx: Uint8Array.from(pfx) }
}

/**
 * Of several keys one is left, and then what is not its issuer belongs to the others. What cannot be
 * read stays as it is: it may be an issuer.
 */
function contentsOf(identity: Identity, isOnlyKey: boolean): Pkcs12Contents {
  const { key, leaf } = identity
  const { issuers, openEnd } = chainOfIdentity(identity)
  const kept = isOnlyKey
    ? [...identity.rest, ...identity.unreadable]
    : [...issuers, ...(openEnd?.unreadable ?? [])]
  const localKeyId = key.localKeyId ?? sha1(leaf.entry.der)
  return {
    keys: [{ ...key, localKeyId }],
    certificates: [
      { ...leaf.entry, localKeyId },
      ...kept.map(({ entry }): Pkcs12Certificate => ({ ...entry, localKeyId: null })),
    ],
  }
}
