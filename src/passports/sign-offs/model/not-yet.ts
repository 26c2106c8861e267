import { dayInWords } from '../../../language/plain-dates.ts'

/** "Not yet", said so that somebody knows what to do: why, what exactly, and the next chance. */
interface ReadyWords {
  readonly id: string
  readonly text: string
}

export interface NotYetWords {
  readonly kinds: readonly {
    readonly kind: string
    readonly opening: string
    readonly phrases: readonly ReadyWords[]
  }[]
  readonly occasions: readonly ReadyWords[]
}

/** A day, an occasion, or both. */
interface NextChance {
  /** YYYY-MM-DD */
  readonly on?: string | undefined
  readonly occasion?: string | undefined
}

export interface NotYet {
  readonly reason: string
  readonly chance?: NextChance | undefined
}

/** The opening of a kind, the phrases picked, and own words: a paragraph each. */
export function composeNotYet(
  { kinds }: NotYetWords,
  said: { readonly kind: string; readonly phrases: readonly string[]; readonly words: string },
): string {
  const kind = kinds.find(({ kind }) => kind === said.kind)
  const ready = kinds.flatMap(({ phrases }) => phrases)
  const picked = ready.filter(({ id }) => said.phrases.includes(id)).map(({ text }) => text)
  return [kind?.opening ?? '', ...picked, said.words].filter((part) => part !== '').join('\n\n')
}

/** "At our next supervision, on 3 March 2027". */
export function nextChanceWords({ on, occasion }: NextChance): string {
  return [occasion, on && dayInWords(on)].filter(Boolean).join(', on ')
}
