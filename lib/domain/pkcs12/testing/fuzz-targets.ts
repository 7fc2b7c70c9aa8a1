/** What is mutated, and what must hold of whatever comes out. */
import { readFileSync } from 'node:fs'
import type { Pkcs12Contents } from '../contents'
import {
  berPfx,
  certificateBag,
  encryptedPart,
  keyBag,
  pbmac1,
  pfx,
  safeWithBags,
  sequence,
  sha1Mac,
} from '../fixtures/assemble'
import { inspectPkcs12 } from '../inspect-pkcs12'
import { openPkcs12 } from '../open-pkcs12'
import { mutate } from './mutate'

const password = 'Pa$$word'

export type FuzzTarget = {
  readonly name: string
  readonly mutant: (random: () => number) => Uint8Array
  /** What a mutant with a valid MAC must still have; null if the MAC was made after the mutation. */
  readonly thumbprint: string | null
}

export type Finding = {
  readonly target: string
  readonly problem: string
  /** The mutant in hexadecimal. */
  readonly bytes: string
}

const fixture = (name: string): Uint8Array =>
  Uint8Array.from(readFileSync(new URL(`../fixtures/${name}`, import.meta.url)))

/** Files of all kinds with few iterations, so that what takes long took it from a mutation. */
export async function fuzzTargets(): Promise<FuzzTarget[]> {
  const [ec, rsa] = [await bagsOf('one-iteration.pfx'), await bagsOf('rsa.pfx')]
  const open = safeWithBags(...ec)
  const encrypted = sequence(encryptedPart(password, ...rsa))
  return [
    await mutatedFile('TripleDES', fixture('one-iteration.pfx')),
    await mutatedFile('not encrypted', pfx(open, sha1Mac(open, password))),
    await mutatedFile('AES', pfx(encrypted, sha1Mac(encrypted, password))),
    await mutatedFile('indefinite lengths', berPfx(open, sha1Mac(open, password))),
    await mutatedFile('PBMAC1', pfx(open, pbmac1(open, password))),
    { ...(await mutatedFile('no MAC', pfx(encrypted))), thumbprint: null },
    mutatedContents('contents with EC', open),
    mutatedContents('contents with RSA', safeWithBags(...rsa)),
  ]
}

async function bagsOf(name: string): Promise<Uint8Array[]> {
  const opened = await openPkcs12(fixture(name), password)
  if (!opened.ok) throw new Error(`${name} is ${opened.kind}`)
  const { keys, certificates }: Pkcs12Contents = opened.contents
  return [
    ...keys.map(({ privateKeyInfo }) => keyBag(privateKeyInfo)),
    ...certificates.map(({ der }) => certificateBag(der)),
  ]
}

async function mutatedFile(name: string, original: Uint8Array): Promise<FuzzTarget> {
  const inspection = await inspectPkcs12(original, password)
  if (!inspection.ok) throw new Error(`${name} is ${inspection.kind}`)
  const { thumbprint } = inspection.leaf
  return { name, mutant: (random) => mutate(original, random), thumbprint }
}

/** With a MAC that fits the mutation, which lets it through to the readers behind. */
function mutatedContents(name: string, original: Uint8Array): FuzzTarget {
  const mutant = (random: () => number) => {
    const contents = mutate(original, random)
    return pfx(contents, sha1Mac(contents, password))
  }
  return { name, mutant, thumbprint: null }
}

/** Reads one mutant. Undefined if all is well, whether it was refused or opened. */
export async function tryMutant(
  { name, mutant, thumbprint }: FuzzTarget,
  random: () => number,
): Promise<Finding | undefined> {
  const bytes = mutant(random)
  const problem = await problemWith(bytes, thumbprint)
  return problem === undefined
    ? undefined
    : { target: name, problem, bytes: Buffer.from(bytes).toString('hex') }
}

async function problemWith(bytes: Uint8Array, thumbprint: string | null) {
  try {
    const inspection = structuredClone(await inspectPkcs12(bytes, password))
    if (!inspection.ok || thumbprint === null || inspection.protection.mac === null)
      return undefined
    return inspection.leaf.thumbprint === thumbprint ? undefined : 'accepted although changed'
  } catch (error) {
    return `threw ${String(error)}`
  }
}
