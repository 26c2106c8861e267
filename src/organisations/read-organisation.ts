import type { Transaction } from '../database/database.ts'
import { NotFound } from '../errors.ts'
import { findHistories } from './histories-store.ts'
import { type IssueJudgement, mayIssue } from './model/may-issue.ts'
import type { OrganisationHistory } from './model/organisation-history.ts'
import { nameOn } from './model/organisation-on.ts'

export interface PresentOrganisation {
  readonly history: OrganisationHistory
  readonly name: string
  /** May it issue today? */
  readonly judgement: IssueJudgement
}

/** Throws NotFound when there is no such organisation. */
export async function readOrganisation(
  db: Transaction,
  slug: string,
  today: string,
): Promise<PresentOrganisation> {
  const history = (await findHistories(db, slug)).get(slug)
  if (history === undefined) throw new NotFound(`organisation ${slug}`)
  return { history, name: nameOn(history.names, today), judgement: mayIssue(history, today) }
}
