/** CSV that a spreadsheet opens as it is meant, and of which no cell is run as a formula. */

/** OWASP, CSV injection: whatever a spreadsheet may take for the beginning of a formula. */
const formula = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/

export function csvCell(value: string): string {
  const text = formula.test(value) ? `'${value}` : value
  return `"${text.replaceAll('"', '""')}"`
}

/** With the mark by which Excel knows that it is UTF-8. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`
}
