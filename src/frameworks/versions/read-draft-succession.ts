/** A draft, the edition that it began from, and what was decided about each statement of that. */
import type { Transaction } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'
import type { Finding } from '../../finding.ts'
import { addMonths } from '../../language/days.ts'
import { dayInWords } from '../../language/plain-dates.ts'
import { getDraft, listThings } from '../authoring/drafts-store.ts'
import { type Draft, refOfDraft } from '../authoring/model/draft.ts'
import { putTogether } from '../authoring/model/put-together.ts'
import {
  type EditionHead,
  findEdition,
  listEditions,
  type StoredEdition,
} from '../frameworks-store.ts'
import type { Edition } from '../model/framework.ts'
import type { Succession } from '../model/succession.ts'
import { findReconfirmBy, listFates } from './draft-fates-store.ts'
import { checkFates, listFateStates, type StatementFate } from './model/list-fate-states.ts'
import { listSuccessions } from './successions-store.ts'

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
  const superseded = await checkBase(db, base, refOfDraft(draft))
  return { succession, findings: [...superseded, ...findings, ...checkDay(reconfirmBy, today)] }
}

/** People need time to be seen again: three months from the day of publication at the least. */
export function earliestReconfirmDay(today: string): string {
  return addMonths(today, 3)
}

function checkDay(day: string, today: string): Finding[] {
  const earliest = earliestReconfirmDay(today)
  if (day >= earliest) return []
  const message = `The day until which sign-offs of changed statements count must be at least 3 months after publication: ${dayInWords(earliest)} or later.`
  return [{ code: 'day-too-soon', at: 'reconfirm-by', message }]
}

/** One edition follows another: what people hold would be carried two ways else. */
async function checkBase(db: Transaction, base: StoredEdition, own: string): Promise<Finding[]> {
  const [successions, editions] = await Promise.all([listSuccessions(db), listEditions(db)])
  const others = editions.filter(({ ref }) => ref !== own)
  const next = successions.find(({ from, to }) => from === base.ref && to !== own)?.to
  const latest = next ?? findLaterEdition(others, base)
  if (latest === undefined) return []
  const message = `${base.ref}, which this draft began from, is followed by ${latest} by now. Begin a draft from the newest edition.`
  return [{ code: 'base-superseded', at: 'base', message }]
}

/** One in consultation has no place among those that are published. */
function findLaterEdition(
  editions: readonly EditionHead[],
  { ref, status }: StoredEdition,
): string | undefined {
  if (status !== 'published') return undefined
  const [slug] = ref.split('/')
  const day = (of: string) => editions.find((one) => one.ref === of)?.publishedAt?.getTime() ?? 0
  return editions.find(
    (one) =>
      one.ref.split('/')[0] === slug && one.status === 'published' && day(one.ref) > day(ref),
  )?.ref
}
