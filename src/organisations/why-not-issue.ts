import type { Database } from '../database/database.ts'
import { cannotIssue, mayIssue } from './model/may-issue.ts'
import { nameOn } from './model/organisation-on.ts'
import { keptHistories } from './register-shelf.ts'

/** Why an organisation cannot issue on a day, in words for who works there; undefined where it can. */
export async function whyNotIssue(
  db: Database,
  slug: string,
  day: string,
): Promise<string | undefined> {
  const history = (await keptHistories(db, slug)).get(slug)
  if (history === undefined) return undefined
  const judgement = mayIssue(history, day)
  return judgement.may ? undefined : cannotIssue(nameOn(history.names, day), judgement)
}
