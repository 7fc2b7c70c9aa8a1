/** Query options by their names. */
export type Query = Readonly<Record<string, string>>

/** The options as Graph gets them: `?$top=5`, or nothing. */
export function queryText(query: Query): string {
  const options = Object.entries(query).map(
    ([name, value]) => `${name}=${encodeURIComponent(value)}`,
  )
  return options.length > 0 ? `?${options.join('&')}` : ''
}
