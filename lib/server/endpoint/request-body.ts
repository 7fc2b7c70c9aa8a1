/** Reads a JSON body: the right type, no larger than allowed, counted while it arrives, and valid. */
import 'server-only'
import { safeParse, type Schema } from '@/lib/contract/z'
import type { CertificateUpload } from '@/lib/contract/authentication'
import { translator } from '@/lib/messages/translator'
import { parseJson } from '@/lib/graph/basics/json'
import { PortalError } from '@/lib/graph/basics/portal-error'
import { detail, requireValid } from '../exchange/validation'

export type BodyRules<Value, File extends FileInBody | null = null> = {
  readonly schema: Schema<Value>
  readonly maxBytes: number
  /** The certificate file that the body holds; it is opened before the work begins. */
  readonly fileIn?: (value: Value) => File
}

export type FileInBody = {
  readonly upload: CertificateUpload
  /** Before the names of its properties, such as `authenticationConfiguration.`. */
  readonly path: string
}

const translate = translator('validation')

/**
 * RFC 8259: JSON between systems is UTF-8; `charset` is not defined for it but commonly sent. The others
 * are OData's (JSON Format 4.01 section 3): they say how much of the metadata a body has, which changes
 * nothing of what is read here.
 */
const jsonType =
  /^application\/json(?:\s*;\s*(?:charset=(?:utf-8|"utf-8")|odata\.metadata=(?:none|minimal|full)|odata\.streaming=(?:true|false)|ieee754compatible=(?:true|false)))*\s*$/i

/** The body as its schema gives it back: what the schema does not name is not in it. */
export async function readBody<Value>(
  request: Request,
  rules: Pick<BodyRules<Value>, 'schema' | 'maxBytes'>,
): Promise<Value> {
  requireJson(request.headers)
  const bytes = await readBytes(request, rules.maxBytes)
  const json = await parseJson(bytes).catch(refuseBody)
  if (countEntries(json) > maxEntries) refuseShape()
  return requireValid(await judge(rules.schema, json))
}

/** Of objects and lists, at every depth. A connector has a dozen, a test as many claims as a flow. */
const maxEntries = 1000

/** The number of entries; no more than one beyond the bound is counted, and none of it by recursion. */
function countEntries(json: unknown): number {
  const waiting: unknown[] = [json]
  let count = 0
  while (waiting.length > 0 && count <= maxEntries) {
    const value = waiting.pop()
    const entries: unknown[] =
      typeof value === 'object' && value !== null ? Object.values(value) : []
    count += entries.length
    if (count <= maxEntries) waiting.push(...entries)
  }
  return count
}

function requireJson(headers: Headers): void {
  const isJson = jsonType.test(headers.get('content-type') ?? '')
  const encoding = headers.get('content-encoding') ?? 'identity'
  if (!isJson || encoding !== 'identity') throw new PortalError('unsupportedMediaType')
}

type Reader = ReadableStreamDefaultReader<Uint8Array>

async function readBytes({ headers, body }: Request, maxBytes: number): Promise<Buffer> {
  const reader = body?.getReader()
  if (!reader) return Buffer.alloc(0)
  // The length is only announced, so it can refuse early but never admit.
  if (Number(headers.get('content-length')) > maxBytes) throw tooLarge(reader)
  const chunks: Uint8Array[] = []
  let length = 0
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    length += next.value.byteLength
    if (length > maxBytes) throw tooLarge(reader)
    chunks.push(next.value)
  }
  return Buffer.concat(chunks)
}

/**
 * The rest is read and forgotten. Left unread, it would block the connection for the next request;
 * cut short, it could take the answer with it.
 */
function tooLarge(reader: Reader): PortalError {
  void discard(reader).catch(() => undefined)
  return new PortalError('payloadTooLarge')
}

async function discard(reader: Reader): Promise<void> {
  let isDone = false
  while (!isDone) isDone = (await reader.read()).done
}

/** A value can be made to throw in a check, by a `length` that is no number but has a `toString`. */
const judge = <Value>(schema: Schema<Value>, json: unknown) =>
  Promise.resolve(json)
    .then((value) => safeParse(schema, value))
    .catch(refuseShape)

function refuseShape(): never {
  throw new PortalError('invalidRequest', { details: [detail('body', 'invalidValue')] })
}

/** The parser's own message quotes the body, which may hold a secret: it is not kept. */
function refuseBody(): never {
  const details = [{ target: 'body', message: translate('bodyNotJson') }]
  throw new PortalError('invalidRequest', { details })
}
