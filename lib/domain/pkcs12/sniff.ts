/** The kind of a chosen file, before a password is asked: people choose the .cer beside the .pfx. */
import { maxPkcs12Bytes } from '@/lib/contract/limits'
import { sniffDer } from './sniff-der'

export type FileKind =
  | 'empty'
  | 'too-large'
  | 'pem'
  | 'base64-text'
  | 'der-certificate'
  | 'der-private-key'
  | 'pkcs7'
  | 'jks'
  | 'zip'
  | 'not-pkcs12'
  | 'truncated'
  | 'pkcs12'

/** Never throws. `pkcs12` says that a file starts as one, not that it holds together. */
export function sniff(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty'
  if (bytes.length > maxPkcs12Bytes) return 'too-large'
  return sniffSignature(bytes) ?? sniffDer(bytes) ?? sniffText(bytes) ?? 'not-pkcs12'
}

/** The first four bytes: Java's two keystore formats, and ZIP with and without entries. */
function sniffSignature(bytes: Uint8Array): 'jks' | 'zip' | undefined {
  if (bytes.length < 4) return undefined
  const signature = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0)
  if (signature === 0xfeedfeed || signature === 0xcececece) return 'jks'
  return signature === 0x504b0304 || signature === 0x504b0506 ? 'zip' : undefined
}

/** Windows at times writes text as UTF-16: without zeros and byte order mark it reads like ASCII. */
function sniffText(bytes: Uint8Array): 'pem' | 'base64-text' | undefined {
  const text = new TextDecoder().decode(bytes.filter((byte) => byte > 0 && byte < 0x80))
  if (text.includes('-----BEGIN ')) return 'pem'
  return isBase64OfDer(text) ? 'base64-text' : undefined
}

/** A DER file starts with 0x30 and a long length, which base64 writes as MI. */
const base64OfDer = /(?:^|["',:[])(?:data:[^,"']{0,100},)?MI[\w+/-]{30,}={0,2}(?:$|["',}\]])/

/** In quotation marks, as command-line tools print it, as a `data:` address, or as a value in JSON, too. */
function isBase64OfDer(text: string): boolean {
  const joined = text.replaceAll(/\s|\\[rn]/g, '')
  return /^["'{[dM]/.test(joined) && base64OfDer.test(joined)
}
