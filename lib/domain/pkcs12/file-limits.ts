/** The limits that keep a file from taking more time than an honest one does. */
import type { Bag } from './bags'
import type { EncryptionAlgorithm } from './encryption-algorithm'
import { encryptionWork } from './encryption-algorithm'
import type { OpenFailure } from './failure'
import type { Mac } from './mac'
import { macWork } from './mac'
import type { Password } from './password-key'
import type { Work } from './work'
import { isTooMuchWork } from './work'

/** Far more than one client certificate with its issuers needs. */
const maxBags = 64
const maxCertificates = 20
const maxParts = 64

export type FileInventory = {
  readonly mac: Mac | null
  /** Of all encrypted parts and keys that can be seen so far. */
  readonly algorithms: readonly EncryptionAlgorithm[]
  readonly bags: readonly Bag[]
  readonly partCount: number
}

/** Why a file is not worth going on with: to be asked before any key is derived. */
export function limitExceeded(
  inventory: FileInventory,
  password: Password,
): OpenFailure | undefined {
  if (isTooMuchWork(workOf(inventory), password)) return 'too-many-iterations'
  if (inventory.algorithms.some(({ scheme }) => !scheme)) return 'unsupported-algorithm'
  return hasTooManyEntries(inventory) ? 'too-many-entries' : undefined
}

function hasTooManyEntries({ bags, partCount }: FileInventory): boolean {
  const certificates = bags.filter(({ kind }) => kind === 'certificate').length
  return partCount > maxParts || bags.length > maxBags || certificates > maxCertificates
}

/** Each derivation of a key that opening takes. */
export function workOf({ mac, algorithms }: FileInventory): Work[] {
  return [...(mac ? [macWork(mac)] : []), ...encryptionWork(algorithms)]
}
