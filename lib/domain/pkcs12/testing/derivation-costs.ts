// npm run bench, its part about certificate files: what the dearest work costs that a file may ask for.
import { pbkdf2Sync, randomBytes } from 'node:crypto'
import type { HashFunction } from '../hashes'
import { hashByDigestIdentifier } from '../hashes'
import { derivePkcs12Key, keyPurpose, passwordOf } from '../password-key'
import { derivePbkdf2Key } from '../pbkdf2'
import { maxCostPerFile } from '../work'

/** A tenth of a file's allowance is measured: the time is in proportion. */
const share = 0.1
const [password] = passwordOf('a password of usual length').forms
const salt = new Uint8Array(randomBytes(16))

const roundsFor = (cost: number) => Math.floor((maxCostPerFile * share) / cost)

async function wholeMs(work: () => unknown): Promise<number> {
  const startedAt = performance.now()
  await work()
  return (performance.now() - startedAt) / share
}

function derivations({ hash, ...functions }: HashFunction) {
  const shared = { salt, password: password ?? new Uint8Array(), keyBytes: hash.outputLen }
  return {
    pkcs12: () =>
      derivePkcs12Key({
        ...shared,
        hash,
        purpose: keyPurpose.integrity,
        iterations: roundsFor(functions.pkcs12Cost),
      }),
    pbkdf2: () =>
      derivePbkdf2Key(shared.password, {
        ...shared,
        hash: { hash, ...functions },
        iterations: roundsFor(functions.pbkdf2Cost),
      }),
  }
}

const costs: { what: string; ms: number }[] = []
for (const hashFunction of new Set(hashByDigestIdentifier.values())) {
  for (const [name, derive] of Object.entries(derivations(hashFunction))) {
    costs.push({ what: `${name} with ${hashFunction.name}`, ms: await wholeMs(derive) })
  }
}
// The machine's own PBKDF2, a million rounds of it: a slow machine makes both slow.
const referenceMs = await wholeMs(() => pbkdf2Sync('a', salt, 1_000_000 * share, 32, 'sha256'))
process.stdout.write(JSON.stringify({ costs, referenceMs }))
