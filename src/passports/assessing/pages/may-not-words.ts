/** What a colleague may not sign by their organisation's rule. */
export function mayNotWords(mayNot: readonly string[]): string {
  return mayNot.length === 0 ? '' : `. May not sign ${mayNot.join(', ')} here`
}
