/** Two texts as one, with the words marked that only one of them has. */
import { diffArrays } from 'diff'

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
  const [old, now] = [wordsOf(before), wordsOf(after)]
  const changes = diffArrays(old, now, {
    comparator: (one, other) => one.trimEnd() === other.trimEnd(),
    maxEditLength: mostChanges,
  })
  return joinedRuns(changes === undefined ? wholly(before, after) : along(changes, old, now))
}

/**
 * Words with the space behind them. The words of `diffWords` of the same package are as good to
 * read, but where a comma follows a word they lose spaces, and the texts could not be told from them.
 */
function wordsOf(text: string): string[] {
  const found: string[] = []
  for (const { segment } of words.segment(text)) {
    if (segment.trim() === '' && found.length > 0) found.push(`${found.pop()}${segment}`)
    else found.push(segment)
  }
  return found
}

interface Run {
  readonly added: boolean
  readonly removed: boolean
  readonly count: number
}

/** Takes the words from the two texts themselves: the same word may have another space behind it. */
function along(runs: readonly Run[], old: readonly string[], now: readonly string[]) {
  let [atOld, atNow] = [0, 0]
  return runs.flatMap(({ added, removed, count }): MarkedWords[] => {
    const before = added ? [] : old.slice(atOld, atOld + count)
    const after = removed ? [] : now.slice(atNow, atNow + count)
    atOld += before.length
    atNow += after.length
    if (added) return [{ mark: 'added', text: after.join('') }]
    if (removed) return [{ mark: 'taken-out', text: before.join('') }]
    return before.flatMap((word, index) => sameWord(word, after[index] ?? ''))
  })
}

function sameWord(before: string, after: string): MarkedWords[] {
  if (before === after) return [{ mark: 'same', text: before }]
  const word = before.trimEnd()
  return [
    { mark: 'same', text: word },
    { mark: 'taken-out', text: before.slice(word.length) },
    { mark: 'added', text: after.slice(word.length) },
  ]
}

/** What stands next to each other with the same mark, as one. */
function joinedRuns(found: readonly MarkedWords[]): MarkedWords[] {
  const joined: MarkedWords[] = []
  for (const { mark, text } of found.filter(({ text }) => text !== '')) {
    const last = joined.at(-1)
    if (last?.mark !== mark) joined.push({ mark, text })
    else joined[joined.length - 1] = { mark, text: last.text + text }
  }
  return joined
}

function wholly(before: string, after: string): readonly MarkedWords[] {
  return [
    { mark: 'taken-out', text: before },
    { mark: 'added', text: after },
  ]
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
