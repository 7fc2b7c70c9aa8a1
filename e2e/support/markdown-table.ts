/** A table in Markdown, as Prettier would write it; the first row names the columns. */
export function tableOf([columns = [], ...rows]: readonly (readonly string[])[]): string {
  const widths = columns.map((column, index) =>
    Math.max(3, column.length, ...rows.map((row) => row[index]?.length ?? 0)),
  )
  const rule = widths.map((width) => '-'.repeat(width))
  return [columns, rule, ...rows]
    .map((row) => row.map((text, index) => text.padEnd(widths[index] ?? 0)))
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n')
}
