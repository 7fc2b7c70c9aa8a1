/** JSON between systems is UTF-8 and nothing else (RFC 8259 section 8.1). */

/** Rejects when the bytes are not UTF-8 or the text is not JSON; the reason may quote the text. */
export function parseJson(bytes: ArrayBuffer | Uint8Array): Promise<unknown> {
  return Promise.resolve().then(
    () => JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown, // typed any
  )
}
