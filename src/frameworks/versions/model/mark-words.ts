/** Two texts as one, with the words marked that only one of them has. */
import { diffWords } from 'diff'

export interface MarkedWords {
  readonly mark: 'same' | 'added' | 'taken-out'
  readonly text: string
}

const words = new Intl.Segmenter('en-GB', { granularity: 'word' })

/** Past so many changed words, marks help nobody: the old text is set before the new one whole. */
const mostChanges = 400

/**
 * All but what was added is the old text, all but what was taken out the new one, to the letter.
 * The same the other way round: asked for backwards, the marks change places and nothing else.
 */
export function markWords(before: string, after: string): readonly MarkedWords[] {
  if (before <= after) return marked(before, after)
  return marked(after, before).map(({ mark, text }) => ({ mark: opposite[mark], text }))
}

const opposite = { same: 'same', added: 'taken-out', 'taken-out': 'added' } as const

function marked(before: string, after: string): readonly MarkedWords[] {
  if (before === after) return without([{ mark: 'same', text: before }])
  const changes = diffWords(before, after, { intlSegmenter: words, maxEditLength: mostChanges })
  const found = changes?.map(({ added, removed, value }): MarkedWords => {
    if (added) return { mark: 'added', text: value }
    return { mark: removed ? 'taken-out' : 'same', text: value }
  })
  const exact = found && textBefore(found) === before && textAfter(found) === after
  // The comparison overlooks spaces; where that would change a text, the whole of it is marked.
  return without(exact ? found : wholly(before, after))
}

function wholly(before: string, after: string): readonly MarkedWords[] {
  return [
    { mark: 'taken-out', text: before },
    { mark: 'added', text: after },
  ]
}

function without(found: readonly MarkedWords[]): readonly MarkedWords[] {
  return found.filter(({ text }) => text !== '')
}

export function textBefore(found: readonly MarkedWords[]): string {
  return joined(found.filter(({ mark }) => mark !== 'added'))
}

export function textAfter(found: readonly MarkedWords[]): string {
  return joined(found.filter(({ mark }) => mark !== 'taken-out'))
}

function joined(found: readonly MarkedWords[]): string {
  return found.map(({ text }) => text).join('')
}
