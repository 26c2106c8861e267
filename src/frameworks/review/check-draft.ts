import { houseLanguage } from '../language-content.ts'
import type { Edition } from '../model/framework.ts'
import { type DraftFinding, findingsOf } from './model/findings-of.ts'

/** Every finding of a draft, by the lists of this house. */
export function checkDraft(edition: Edition): readonly DraftFinding[] {
  return findingsOf(edition, houseLanguage())
}
