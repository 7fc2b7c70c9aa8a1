/** The entry of that name; a name from outside, such as `constructor`, finds nothing it was not given. */
export const ownEntry = <Value>(
  entries: Readonly<Record<string, Value>>,
  name: string,
): Value | undefined => (Object.hasOwn(entries, name) ? entries[name] : undefined)
