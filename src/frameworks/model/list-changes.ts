/** Amendments as rows of a plain list: where, what, before, after and why. */
import type { Amendment, Change, Insertable, Target } from './amendment.ts'

export interface ListedChange {
  readonly id: string
  readonly page?: number | undefined
  readonly requirements: readonly string[]
  readonly sources: readonly string[]
  readonly targets: readonly Target[]
  /** The targets in words, such as "statement 7.1-intermediate, text". */
  readonly where: string
  readonly what: 'reworded' | 'added' | 'removed' | 'changed' | 'term changed'
  readonly before: string
  readonly after: string
  readonly why: string
}

export function listChanges(amendments: readonly Amendment[]): ListedChange[] {
  return amendments.map(({ id, page, requirements, sources, reason, change }) => {
    const targets = change.kind === 'term' ? change.occurrences : [change.target]
    const where = targets.map(describeTarget).join('; ')
    return { id, page, requirements, sources, targets, where, why: reason, ...wordsOf(change) }
  })
}

function wordsOf(change: Change): Pick<ListedChange, 'what' | 'before' | 'after'> {
  switch (change.kind) {
    case 'replace':
      return { what: 'reworded', before: change.before, after: change.after }
    case 'insert':
      return { what: 'added', before: '', after: textOf(change.value) }
    case 'delete':
      return { what: 'removed', before: textOf(change.value), after: '' }
    case 'set':
      return { what: 'changed', before: flat(change.before), after: flat(change.after) }
    case 'term':
      return {
        what: 'term changed',
        before: change.words.map(({ before }) => before).join('; '),
        after: change.words.map(({ after }) => after).join('; '),
      }
  }
}

function textOf(value: Insertable): string {
  if ('text' in value) return value.text
  if ('term' in value) return `${value.term}: ${value.meaning}`
  if ('use' in value) return `${value.use}: ${value.because}`
  if ('heading' in value) return [value.heading, ...value.paragraphs, ...value.points].join('\n')
  return [value.title, ...value.statements.map(({ text }) => text)].join('\n')
}

function flat(value: unknown): string {
  if (value === null) return ''
  if (Array.isArray(value)) return value.map(flat).join('; ')
  if (typeof value !== 'object') return String(value)
  return Object.entries(value)
    .map(([key, inner]) => `${key}: ${flat(inner)}`)
    .join(', ')
}

/** `part/how-to-use/points/2` as "part how to use, points 3": people count from one. */
function describeTarget(target: Target): string {
  const [kind = '', name = '', ...fields] = target.split('/')
  const coded = kind === 'statement' || kind === 'section' || kind === 'domain'
  const words = fields.map((field) =>
    /^\d+$/.test(field) ? String(Number(field) + 1) : field.replaceAll('-', ' '),
  )
  const thing = `${kind} ${coded ? name : name.replaceAll('-', ' ')}`
  return words.length === 0 ? thing : `${thing}, ${words.join(' ')}`
}
