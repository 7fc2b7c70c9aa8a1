/**
 * Tells an administrator, before anything is sent, that a file is no PKCS#12 file or that its
 * password is wrong. It looks at the MAC and at algorithms; nothing is decrypted.
 */
import type { Span } from './der'
import type { Encryption } from './encryption'
import { encryptionOf, readEncryptionAlgorithms } from './encryption'
import type { EncryptionAlgorithm } from './encryption-algorithm'
import type { Mac, MacRefusal } from './mac'
import { isMacOf, macRefusal, readMac } from './mac'
import { attempt } from './malformed-input'
import { readPfx } from './pfx'
import type { FileKind } from './sniff'
import { sniff } from './sniff'

export type Pkcs12Failure =
  Exclude<FileKind, 'pkcs12'> | 'malformed' | 'wrong-password' | MacRefusal

export type Pkcs12Check =
  | {
      readonly ok: true
      /** False if the file has no MAC: then nothing is known of the password. */
      readonly isVerified: boolean
      readonly encryption: Encryption
      readonly trailingBytes: number
      /** The file without trailing bytes: a view of what was given, not a copy. */
      readonly upload: Uint8Array
    }
  | { readonly ok: false; readonly kind: Pkcs12Failure }

type Contents = {
  readonly end: number
  readonly content: Span | undefined
  readonly mac: Mac | undefined
  readonly algorithms: readonly EncryptionAlgorithm[]
}

/** Never throws, whatever the file. May take half a second, or two if there is no password. */
export async function checkPkcs12(bytes: Uint8Array, password: string): Promise<Pkcs12Check> {
  const kind = sniff(bytes)
  if (kind !== 'pkcs12') return { ok: false, kind }
  const contents = attempt(() => readContents(bytes))
  if (!contents.ok) return contents
  const refusal = refusalOf(contents.value) ?? (await passwordRefusal(contents.value, password))
  return refusal ? { ok: false, kind: refusal } : accepted(bytes, contents.value)
}

function readContents(bytes: Uint8Array): Contents {
  const { authenticatedSafe, macData, end } = readPfx(bytes)
  return {
    end,
    content: authenticatedSafe,
    mac: macData && readMac(macData),
    algorithms: authenticatedSafe ? readEncryptionAlgorithms(authenticatedSafe) : [],
  }
}

/** A file is not sent on if it would keep the service busy, even where it costs nothing here. */
function refusalOf({ content, mac, algorithms }: Contents): Pkcs12Failure | undefined {
  if (!content) return 'unsupported-algorithm'
  if (algorithms.some((algorithm) => algorithm.hasTooManyIterations)) return 'too-many-iterations'
  return mac && macRefusal(mac)
}

async function passwordRefusal(
  { content, mac }: Contents,
  password: string,
): Promise<Pkcs12Failure | undefined> {
  if (!content || !mac) return undefined
  const { bytes, start, end } = content
  return (await isMacOf(mac, bytes.subarray(start, end), password)) ? undefined : 'wrong-password'
}

function accepted(bytes: Uint8Array, { end, mac, algorithms }: Contents): Pkcs12Check {
  return {
    ok: true,
    isVerified: mac !== undefined,
    encryption: encryptionOf(algorithms),
    trailingBytes: bytes.length - end,
    upload: bytes.subarray(0, end),
  }
}
