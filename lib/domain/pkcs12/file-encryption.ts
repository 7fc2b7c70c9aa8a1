import { encryptionOf, readEncryptionAlgorithms, type Encryption } from './encryption'
import { attempt } from './malformed-input'
import { readPfx } from './pfx'

/** What a PKCS#12 file is encrypted with, told without its password; null for a damaged file. */
export function fileEncryption(bytes: Uint8Array): Encryption | null {
  const algorithms = attempt(() => {
    const { authenticatedSafe } = readPfx(bytes)
    return authenticatedSafe ? readEncryptionAlgorithms(authenticatedSafe) : []
  })
  return algorithms.ok ? encryptionOf(algorithms.value) : null
}
