/** Where to turn in general: our own words, each fact with its source, and what is not known said as such. */

export interface TurnSource {
  readonly name: string
  readonly href: string
  /** YYYY-MM-DD: when we read it. Without it, we name where the fact comes from and have not. */
  readonly checkedOn?: string | undefined
}

export type TurnItem =
  | {
      readonly title: string
      readonly words: readonly string[]
      readonly source?: TurnSource | undefined
    }
  | { readonly title: string; readonly notKnown: string }

export interface TurnTopic {
  readonly title: string
  readonly intro: readonly string[]
  readonly first: { readonly title: string; readonly words: string }
  readonly everywhere: readonly TurnItem[]
  readonly nations: readonly { readonly nation: string; readonly items: readonly TurnItem[] }[]
}

export interface WhereToTurn {
  readonly speakingUp: TurnTopic
  readonly signposts: TurnTopic
}

export type TopicName = keyof WhereToTurn
