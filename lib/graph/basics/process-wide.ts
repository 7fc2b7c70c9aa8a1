/** Next may load a module once for each route; what is shared by the process has to live outside. */

const key = Symbol.for('api-connectors-portal')

// The symbol is ours alone, so what is found under it was put there below.
const shared = globalThis as typeof globalThis & { [key]?: Map<string, unknown> }

/** The value of that name, made at its first use and the same everywhere in this process. */
export function processWide<Value>(name: string, make: () => Value): Value {
  const values = (shared[key] ??= new Map<string, unknown>())
  if (!values.has(name)) values.set(name, make())
  return values.get(name) as Value // each name has one caller, which gave `make`
}
