/** The findings of drafts that were looked at last: a draft says another revision once it changed. */
import type { Draft } from '../authoring/model/draft.ts'
import type { Edition } from '../model/framework.ts'
import { checkDraft } from './check-draft.ts'
import type { DraftFinding } from './model/findings-of.ts'

export type FindingsShelf = (draft: Draft, edition: Edition) => readonly DraftFinding[]

const most = 20

export function findingsShelf(): FindingsShelf {
  const held = new Map<string, { revision: number; findings: readonly DraftFinding[] }>()
  return ({ id, revision }, edition) => {
    const known = held.get(id)
    if (known?.revision === revision) return known.findings
    const findings = checkDraft(edition)
    held.delete(id)
    held.set(id, { revision, findings })
    const [oldest] = held.keys()
    if (held.size > most && oldest !== undefined) held.delete(oldest)
    return findings
  }
}
