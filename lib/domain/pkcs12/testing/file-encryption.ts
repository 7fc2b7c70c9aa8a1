import { attempt } from '../../der/malformed-input'
import { algorithmsOfParts, readParts } from '../authenticated-safe'
import { encryptionOf, type Encryption } from '../encryption'
import { readPfx } from '../pfx'

/**
 * What a PKCS#12 file is encrypted with, as far as it tells without its password; null for a damaged
 * file.
 */
export function fileEncryption(bytes: Uint8Array): Encryption | null {
  const algorithms = attempt(() => {
    const { authenticatedSafe } = readPfx(bytes)
    return authenticatedSafe ? algorithmsOfParts(readParts(authenticatedSafe)) : []
  })
  return algorithms.ok ? encryptionOf(algorithms.value) : null
}
