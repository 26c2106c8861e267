/** An edition while it is written. */

export const draftStates = ['writing', 'in-review', 'approved', 'published', 'set-aside'] as const
export type DraftState = (typeof draftStates)[number]

export const draftRoles = ['editor', 'reviewer'] as const
export type DraftRole = (typeof draftRoles)[number]

export interface Draft {
  readonly id: string
  /** Slug of the steward that it is written for. */
  readonly organisation: string
  readonly slug: string
  readonly version: string
  /** `slug/version` of the edition that it began from. */
  readonly base?: string | undefined
  readonly state: DraftState
  /** One more with each change of any thing in it. */
  readonly revision: number
  readonly begunAt: Date
}

/** `slug/version` that it is to be published as. */
export function refOfDraft({ slug, version }: Pick<Draft, 'slug' | 'version'>): string {
  return `${slug}/${version}`
}

/** What is approved can be changed too, and must then be approved again. */
export function isOpenDraft({ state }: Pick<Draft, 'state'>): boolean {
  return state !== 'published' && state !== 'set-aside'
}
