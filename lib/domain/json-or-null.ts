/** Reads a text that somebody else may have written; null, which JSON has as well, when it is no JSON. */
export function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text) as unknown // typed any
  } catch {
    return null
  }
}
