/** What a page showed as suggested for an item, sent back with the form: a person decides on that. */
import type { Suggestion } from './suggest-recognition.ts'

interface Suggested {
  readonly id: string
  readonly suggestion: Suggestion
}

export function suggestedField({ id }: Pick<Suggested, 'id'>): string {
  return `suggested-${id}`
}

export function suggestedWords({ suggestion }: Pick<Suggested, 'suggestion'>): string {
  return JSON.stringify([suggestion.suggests, suggestion.topUp ?? ''])
}
