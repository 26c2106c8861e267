/** A draft, the edition that it began from, and what was decided about each statement of that. */
import type { Transaction } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'
import type { Finding } from '../../finding.ts'
import { addMonths } from '../../language/days.ts'
import { getDraft, listThings } from '../authoring/drafts-store.ts'
import { type Draft, refOfDraft } from '../authoring/model/draft.ts'
import { putTogether } from '../authoring/model/put-together.ts'
import { findEdition, type StoredEdition } from '../frameworks-store.ts'
import type { Edition } from '../model/framework.ts'
import type { Succession } from '../model/succession.ts'
import { findReconfirmBy, listFates } from './draft-fates-store.ts'
import { checkFates, listFateStates, type StatementFate } from './model/list-fate-states.ts'

export interface DraftAndBase {
  readonly draft: Draft
  readonly base: StoredEdition
  readonly later: Edition
}

/** Throws NotFound for a draft that the actor does not see, and for one that began from nothing. */
export async function getDraftAndBase(db: Transaction, id: string): Promise<DraftAndBase> {
  const [draft, things] = await Promise.all([
    getDraft(db, { draft: id }),
    listThings(db, { draft: id }),
  ])
  const base = draft.base === undefined ? undefined : await findEdition(db, draft.base)
  if (base === undefined) throw new NotFound(`draft ${id} began from no edition`)
  return { draft, base, later: putTogether(things) }
}

export interface DraftSuccession extends DraftAndBase {
  readonly fates: readonly StatementFate[]
  readonly findings: readonly Finding[]
  /** Chosen by a steward; left out, it is twelve months from publication. */
  readonly chosenDay?: string | undefined
}

/** Throws NotFound. */
export async function readDraftSuccession(db: Transaction, id: string): Promise<DraftSuccession> {
  const [read, decisions, chosen] = await Promise.all([
    getDraftAndBase(db, id),
    listFates(db, { draft: id }),
    findReconfirmBy(db, { draft: id }),
  ])
  const question = { earlier: read.base.edition, later: read.later, decisions }
  const fates = listFateStates(question)
  return { ...read, fates, findings: checkFates(question, fates), chosenDay: chosen?.day }
}

/** Who looks after a framework may give people longer, or less long. */
export function reconfirmDay(today: string, chosen: string | undefined): string {
  return chosen ?? addMonths(today, 12)
}

export interface PreparedSuccession {
  /** Undefined for a draft that began from no edition: nothing came before it. */
  readonly succession?: Succession | undefined
  /** Any of them refuses publication. */
  readonly findings: readonly Finding[]
}

/** For whoever publishes, inside that transaction. Throws NotFound for a draft that is not seen. */
export async function prepareSuccession(
  db: Transaction,
  { draft: id, today }: { readonly draft: string; readonly today: string },
): Promise<PreparedSuccession> {
  const { base: ref } = await getDraft(db, { draft: id })
  if (ref === undefined) return { findings: [] }
  const { draft, base, fates, findings, chosenDay } = await readDraftSuccession(db, id)
  const reconfirmBy = reconfirmDay(today, chosenDay)
  const lines = fates.flatMap(({ decision }) => {
    if (decision === undefined) return []
    const { from, fate, to, reason } = decision
    return [{ from, fate, to, reason }]
  })
  const succession = { from: base.ref, to: refOfDraft(draft), reconfirmBy, lines }
  return { succession, findings: [...findings, ...checkDay(reconfirmBy, today)] }
}

function checkDay(day: string, today: string): Finding[] {
  if (day > today) return []
  const message = 'The day until which sign-offs of changed statements count must be in the future.'
  return [{ code: 'day-passed', at: 'reconfirm-by', message }]
}
