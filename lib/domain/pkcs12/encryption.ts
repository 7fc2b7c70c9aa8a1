import type { CipherFamily, EncryptionAlgorithm } from './encryption-algorithm'

/** The encryption of a PKCS#12 file, in one word. */
export type Encryption = CipherFamily | 'none'

/** The first of these that occurs stands for the file: the one least likely to be accepted. */
const leastAcceptedFirst: readonly CipherFamily[] = ['aes', 'other', 'rc2', 'tripleDes']

export function encryptionOf(algorithms: readonly EncryptionAlgorithm[]): Encryption {
  const isUsed = (family: CipherFamily) =>
    algorithms.some((algorithm) => algorithm.family === family)
  return leastAcceptedFirst.find(isUsed) ?? 'none'
}
