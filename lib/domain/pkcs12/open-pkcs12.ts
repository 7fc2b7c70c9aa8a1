/** Opens a PKCS#12 file with its password, and never spends more time on it than an honest one takes. */
import type { Element, Span } from '../der/der'
import { toDefinite } from '../der/definite'
import { attempt } from '../der/malformed-input'
import type { Part } from './authenticated-safe'
import { algorithmsOfBags, algorithmsOfParts, readParts } from './authenticated-safe'
import type { Bag, EncryptedKey } from './bags'
import { readBags } from './bags'
import type { Pkcs12Contents, Pkcs12Key } from './contents'
import { decrypt } from './encrypted'
import type { Encryption } from './encryption'
import { encryptionOf } from './encryption'
import type { OpenFailure } from './failure'
import type { FileInventory } from './file-limits'
import { limitExceeded, workOf } from './file-limits'
import type { Mac } from './mac'
import { checkMac, macName, readMac } from './mac'
import type { Password } from './password-key'
import { passwordOf } from './password-key'
import { readPfx } from './pfx'
import { sniff } from './sniff'

export type Protection = {
  /** In one word, of the part that is least likely to be accepted. */
  readonly encryption: Encryption
  /** As people write it, such as `TripleDES-SHA1` or `AES-256 (PBKDF2-SHA-256)`; each once. */
  readonly algorithms: readonly string[]
  /** Such as `SHA-1`; null for a file without a MAC, whose contents may have been changed. */
  readonly mac: string | null
  /** The highest count of key derivation anywhere in the file; 0 if it derives none. */
  readonly maxIterations: number
}

/** How many bags of other kinds were left aside (RFC 7292 section 4.2). */
export type IgnoredBags = {
  readonly secrets: number
  readonly crls: number
  readonly others: number
}

export type OpenedPkcs12 = {
  readonly ok: true
  readonly contents: Pkcs12Contents
  readonly protection: Protection
  readonly ignored: IgnoredBags
  readonly trailingBytes: number
  /** The file without trailing bytes: a view of what was given, not a copy. */
  readonly upload: Uint8Array
}

type Failed = { readonly ok: false; readonly kind: OpenFailure }

type Outcome<Value> = { readonly ok: true; readonly value: Value } | Failed

const failed = (kind: OpenFailure): Failed => ({ ok: false, kind })
const done = <Value>(value: Value): Outcome<Value> => ({ ok: true, value })

/**
 * Never throws, whatever the file. A right password for a file without a MAC is one that decrypts
 * it; a file with no MAC and nothing to decrypt opens with any. May compute for a second, so call it
 * in a worker.
 */
export async function openPkcs12(
  bytes: Uint8Array,
  password: string,
): Promise<OpenedPkcs12 | Failed> {
  const kind = sniff(bytes)
  if (kind !== 'pkcs12') return failed(kind)
  const outline = attempt(() => readOutline(bytes))
  if (!outline.ok) return outline
  if (!outline.value) return failed('unsupported-algorithm')
  const given = passwordOf(password)
  const refusal = limitExceeded(visibleInventory(outline.value), given)
  return refusal ? failed(refusal) : unlock(bytes, outline.value, given)
}

/** The part of the file that can be seen without the password. */
type Outline = {
  readonly end: number
  readonly content: Span
  readonly parts: readonly Part[]
  readonly mac: Mac | null
}

/** Undefined for a file whose integrity is protected in a way that is not known here. */
function readOutline(bytes: Uint8Array): Outline | undefined {
  const { authenticatedSafe, macData, end } = readPfx(bytes)
  if (!authenticatedSafe) return undefined
  const mac = macData ? readMac(macData) : null
  return mac === undefined
    ? undefined
    : { end, content: authenticatedSafe, parts: readParts(authenticatedSafe), mac }
}

function visibleInventory({ mac, parts }: Outline): FileInventory {
  const bags = parts.flatMap((part) => (part.kind === 'open' ? part.bags : []))
  return { mac, bags, algorithms: algorithmsOfParts(parts), partCount: parts.length }
}

async function unlock(
  bytes: Uint8Array,
  outline: Outline,
  given: Password,
): Promise<OpenedPkcs12 | Failed> {
  const password = await confirm(outline, given)
  if (!password) return failed('wrong-password')
  // Where a MAC has proved the password, a part that it does not open has another.
  const misfit = outline.mac ? 'other-password' : 'wrong-password'
  const unlocking = { password, misfit } as const
  const bags = await openParts(outline.parts, unlocking)
  if (!bags.ok) return bags
  const inventory = fullInventory(outline, bags.value)
  const refusal = limitExceeded(inventory, given)
  if (refusal) return failed(refusal)
  const keys = await openKeys(bags.value, unlocking)
  if (!keys.ok) return keys
  return {
    ok: true,
    contents: { keys: keys.value, certificates: certificatesIn(bags.value) },
    protection: protectionOf(inventory),
    ignored: ignoredIn(bags.value),
    trailingBytes: bytes.length - outline.end,
    upload: bytes.subarray(0, outline.end),
  }
}

type Unlocking = {
  readonly password: Password
  /** The failure to report when it does not fit. */
  readonly misfit: OpenFailure
}

/** By the MAC; without one there is nothing yet to compare the password with. */
async function confirm({ mac, content }: Outline, given: Password): Promise<Password | undefined> {
  return mac ? checkMac(mac, content.bytes.subarray(content.start, content.end), given) : given
}

function fullInventory({ mac, parts }: Outline, bags: readonly Bag[]): FileInventory {
  const ofParts = parts.flatMap((part) =>
    part.kind === 'encrypted' ? [part.encrypted.algorithm] : [],
  )
  const algorithms = [...ofParts, ...algorithmsOfBags(bags)]
  return { mac, bags, algorithms, partCount: parts.length }
}

async function openParts(parts: readonly Part[], unlocking: Unlocking): Promise<Outcome<Bag[]>> {
  const all: Bag[] = []
  for (const part of parts) {
    const bags = await openPart(part, unlocking)
    if (!bags.ok) return bags
    all.push(...bags.value)
  }
  return done(all)
}

async function openPart(
  part: Part,
  { password, misfit }: Unlocking,
): Promise<Outcome<readonly Bag[]>> {
  if (part.kind === 'unsupported') return failed('unsupported-algorithm')
  if (part.kind === 'open') return done(part.bags)
  const safeContents = await decrypt(part.encrypted, password)
  return safeContents ? readDecrypted(safeContents) : failed(misfit)
}

function readDecrypted(safeContents: Element): Outcome<Bag[]> {
  const bags = attempt(() => readBags(safeContents))
  return bags.ok ? bags : failed('malformed')
}

async function openKeys(bags: readonly Bag[], unlocking: Unlocking): Promise<Outcome<Pkcs12Key[]>> {
  const keys: Pkcs12Key[] = []
  for (const bag of bags) {
    const key = await openKey(bag, unlocking)
    if (key && !key.ok) return key
    if (key) keys.push(key.value)
  }
  return done(keys)
}

async function openKey(bag: Bag, unlocking: Unlocking): Promise<Outcome<Pkcs12Key> | undefined> {
  if (bag.kind === 'key') return done(bag.key)
  return bag.kind === 'encryptedKey' ? decryptKey(bag.key, unlocking) : undefined
}

async function decryptKey(
  { encrypted, ...attributes }: EncryptedKey,
  { password, misfit }: Unlocking,
): Promise<Outcome<Pkcs12Key>> {
  const element = await decrypt(encrypted, password)
  if (!element) return failed(misfit)
  const privateKeyInfo = attempt(() => toDefinite(element))
  if (!privateKeyInfo.ok) return failed('malformed')
  return done({ ...attributes, privateKeyInfo: privateKeyInfo.value })
}

const certificatesIn = (bags: readonly Bag[]) =>
  bags.flatMap((bag) => (bag.kind === 'certificate' ? [bag.certificate] : []))

function ignoredIn(bags: readonly Bag[]): IgnoredBags {
  const count = (wanted: Bag['kind']) => bags.filter(({ kind }) => kind === wanted).length
  return { secrets: count('secret'), crls: count('crl'), others: count('other') }
}

function protectionOf(inventory: FileInventory): Protection {
  const { mac, algorithms } = inventory
  return {
    encryption: encryptionOf(algorithms),
    algorithms: [...new Set(algorithms.map(({ name }) => name))],
    mac: mac && macName(mac),
    maxIterations: Math.max(0, ...workOf(inventory).map(({ iterations }) => iterations)),
  }
}
