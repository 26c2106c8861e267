/** The field in which the parts of a statement are ticked, by their number. */
export function partsField(code: string): string {
  return `parts-${code}`
}
