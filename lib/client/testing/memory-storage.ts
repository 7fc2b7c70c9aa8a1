/** A browser's storage, which Node does not have: the same names and rules, in memory. */
export function memoryStorage(): Storage {
  const entries: Record<string, string> = {}
  const methods = {
    getItem: (key: string) => entries[key] ?? null,
    setItem: (key: string, value: string) => void (entries[key] = value),
    removeItem: (key: string) => void Reflect.deleteProperty(entries, key),
  }
  for (const [name, value] of Object.entries(methods)) {
    Object.defineProperty(entries, name, { value, enumerable: false })
  }
  return entries as unknown as Storage
}
