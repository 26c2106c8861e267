/** What people have written and ticked so far. */
import type { TermPairs } from './occurrence.ts'
import type { ProposedEntries } from './propose-entries.ts'
import type { OccurrenceGroup } from './show-occurrences.ts'

export interface TermEntered {
  readonly old: string
  readonly new: string
}

export interface FormRow {
  readonly use: boolean
  readonly before: string
  readonly after: string
}

/** What a page of places shows. */
export interface PlacesView {
  readonly words: TermPairs
  readonly groups: readonly OccurrenceGroup[]
  /** Ids that are ticked. */
  readonly ticked: ReadonlySet<string>
  /** By the key of a group. */
  readonly reasons: Readonly<Record<string, string>>
  readonly entries: EntriesEntered
  readonly proposed: ProposedEntries
}

interface EntriesEntered {
  readonly glossary: boolean
  readonly meaning: string
  readonly term: boolean
  readonly because: string
}
