import type { Person } from '../../../actor.ts'
import { recordEvent } from '../../../audit/audit-store.ts'
import { asActor } from '../../../database/as-actor.ts'
import type { Database } from '../../../database/database.ts'
import { changeDraftIn } from '../../authoring/drafts-actions.ts'
import { lockOpenDraft } from '../../authoring/lock-open-draft.ts'
import { checkDraft } from '../check-draft.ts'
import {
  type Accepted,
  acceptSuggestions,
  type SuggestionsTaken,
} from '../model/accept-suggestions.ts'

/**
 * Each only where its words still stand at that place. Throws NotFound for whoever may not write in
 * the draft, Conflict once it is closed.
 */
export function takeSuggestions(
  db: Database,
  person: Person,
  { draft, accepted }: { readonly draft: string; readonly accepted: readonly Accepted[] },
): Promise<Pick<SuggestionsTaken, 'taken' | 'left'>> {
  return asActor(db, person, async (db) => {
    await lockOpenDraft(db, draft)
    const result: { kept?: SuggestionsTaken } = {}
    await changeDraftIn(db, person, draft, (edition) => {
      result.kept = acceptSuggestions(edition, accepted, checkDraft(edition))
      return result.kept.edition
    })
    const { taken = [], left = [] } = result.kept ?? {}
    if (taken.length > 0) {
      await recordEvent(db, person, 'draft.suggestions-taken', `draft:${draft}`, {
        taken: taken.length,
        left: left.length,
      })
    }
    return { taken, left }
  })
}
