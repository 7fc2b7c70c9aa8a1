/** A file a person chose, read into memory: it goes into one request body and nowhere else. */
export type ChosenFile = {
  readonly name: string
  readonly sizeBytes: number
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** Reads at most `maxBytes` and one more, which is enough to tell that a file is too large. */
export async function readFile(file: File, maxBytes: number): Promise<ChosenFile> {
  const part = await file.slice(0, maxBytes + 1).arrayBuffer()
  return { name: file.name, sizeBytes: file.size, bytes: new Uint8Array(part) }
}

const chunkBytes = 0x8000 // String.fromCharCode takes its characters as arguments, which are limited

/** Base64 as in RFC 4648 section 4. */
export function toBase64(bytes: Uint8Array): string {
  const starts = Array.from(
    { length: Math.ceil(bytes.length / chunkBytes) },
    (_, i) => i * chunkBytes,
  )
  const text = starts.map((start) =>
    String.fromCharCode(...bytes.subarray(start, start + chunkBytes)),
  )
  return btoa(text.join(''))
}
