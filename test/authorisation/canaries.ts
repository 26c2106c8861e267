/** Words that stand nowhere else, each with who may ever be shown it. */
import type { Relation } from './relations.ts'

export interface Canary {
  readonly word: string
  /** The person whose word it is. */
  readonly owner: string
  readonly what: string
  /** Who may be shown it, by what they are to the owner. */
  readonly audience: readonly Relation[]
}

export interface Canaries {
  /** Gives words to put somewhere. */
  readonly plant: (owner: string, what: string, audience: readonly Relation[]) => string
  /** Those that stand in what somebody was shown. */
  readonly foundIn: (shown: string) => readonly Canary[]
}

const pattern = /canary\d{6}/gi

export function openCanaries(): Canaries {
  const planted = new Map<string, Canary>()
  return {
    plant: (owner, what, audience) => {
      const word = `canary${String(planted.size + 1).padStart(6, '0')}`
      planted.set(word, { word, owner, what, audience })
      return `Canary${word.slice('canary'.length)} ${what}`
    },
    foundIn: (shown) => {
      const words = new Set([...shown.matchAll(pattern)].map(([word]) => word.toLowerCase()))
      return [...words].flatMap((word) => planted.get(word) ?? [])
    },
  }
}
