/** The words of the front door. */
import type { PageLink } from './requirement.ts'

export const doorPictures = [
  'card',
  'pen',
  'team',
  'book',
  'map',
  'pages',
  'speech',
  'people',
  'tick',
] as const
export type DoorPicture = (typeof doorPictures)[number]

/** What one audience comes for, and where it leads in one tap. */
export interface Door {
  readonly picture: DoorPicture
  readonly who: string
  readonly what: string
  readonly actions: readonly PageLink[]
  /** Further links that share their first words, such as one a level. */
  readonly choices?: { readonly lead: string; readonly links: readonly PageLink[] } | undefined
  readonly notYet?: string | undefined
}

export interface HomeWords {
  readonly title: string
  readonly lede: string
  readonly start: PageLink
  readonly heading: string
  readonly notYet: string
  readonly doors: readonly Door[]
  readonly asked: {
    readonly heading: string
    readonly text: string
    readonly link: PageLink
  }
  readonly honest: {
    readonly heading: string
    readonly points: readonly string[]
    readonly link: PageLink
  }
}
