type Searchable = {
  /** Everything the search looks at, in lower case. */
  readonly haystack: string
}

/** Rows that hold every word of the query, in any order. */
export function matchingRows<Row extends Searchable>(rows: readonly Row[], query: string): Row[] {
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  return rows.filter(({ haystack }) => words.every((word) => haystack.includes(word)))
}
