/** Excel takes a file without this mark for one in the code page of the machine, and breaks umlauts. */
const byteOrderMark = '\uFEFF'

/**
 * Comma-separated values (RFC 4180) to be saved as UTF-8, header row included in `rows`. A cell that
 * a spreadsheet would run as a formula gets an apostrophe: whoever names a connector must not
 * decide what happens on the machine of whoever opens the list (OWASP: CSV Injection).
 */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return byteOrderMark + rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

/**
 * Quoted always, and defused after each sign at which a reader with other separators begins a new cell: a
 * quotation mark inside means nothing to it.
 */
function cell(text: string): string {
  const harmless = text.replaceAll(/(^|[;,\t\r\n])(?=[=+\-@])/g, "$1'").replace(/^(?=[\t\r])/, "'")
  return `"${harmless.replaceAll('"', '""')}"`
}
