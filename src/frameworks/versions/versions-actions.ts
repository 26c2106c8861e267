/** What stewards decide before an edition is published: the fate of each statement of the one before it. */
import type { Person } from '../../actor.ts'
import { recordEvent } from '../../audit/audit-store.ts'
import { asActor } from '../../database/as-actor.ts'
import type { Database, Transaction } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'
import { lockOpenDraft } from '../authoring/lock-open-draft.ts'
import type { Draft } from '../authoring/model/draft.ts'
import type { SuccessionLine } from '../model/succession.ts'
import { insertFates, insertReconfirmBy } from './draft-fates-store.ts'
import { digestTexts } from './model/fate-decision.ts'
import { listPlain } from './model/list-fate-states.ts'
import { maySteward } from './model/may-steward.ts'
import { plainSeen } from './model/plain-seen.ts'
import { type DraftSuccession, readDraftSuccession } from './read-draft-succession.ts'

export interface FateWanted {
  readonly draft: string
  readonly line: SuccessionLine
  /** The number of the decision that was seen; 0 where there was none. */
  readonly seen: number
  /** Of the texts that were seen. */
  readonly texts: string
}

/** "overtaken": somebody decided, or the draft changed, since the page was opened. Throws NotFound. */
export function decideFate(
  db: Database,
  person: Person,
  { draft, line, seen, texts }: FateWanted,
): Promise<'decided' | 'overtaken'> {
  return asActor(db, person, async (db) => {
    await lockToDecide(db, person, draft)
    const read = await readDraftSuccession(db, draft)
    const held = read.fates.find(({ statement }) => statement.code === line.from)
    if (held === undefined) throw new NotFound(`statement ${line.from}`)
    if ((held.decision?.number ?? 0) !== seen) return 'overtaken'
    if (textsSeen(read, line.from) !== texts) return 'overtaken'
    const digest = digestTexts({ earlier: read.base.edition, later: read.later })(line)
    await insertFates(db, { draft, by: person.id }, [{ ...line, number: seen + 1, digest }])
    const { from: statement, fate } = line
    await recordEvent(db, person, 'draft.fate-decided', `draft:${draft}`, { statement, fate })
    return 'decided'
  })
}

/** Names the texts that the page of a statement shows, to notice when they change. */
export function textsSeen({ base, later, fates }: DraftSuccession, code: string): string {
  const proposal = fates.find(({ statement }) => statement.code === code)?.proposal
  return digestTexts({ earlier: base.edition, later })({ from: code, to: proposal?.to ?? [] })
}

/** All in which nothing differs, as they were seen in a list. Throws NotFound. */
export function acceptPlainFates(
  db: Database,
  person: Person,
  { draft, seen }: { readonly draft: string; readonly seen: string },
): Promise<'accepted' | 'overtaken'> {
  return asActor(db, person, async (db) => {
    await lockToDecide(db, person, draft)
    const read = await readDraftSuccession(db, draft)
    const plain = listPlain(read.fates)
    if (plain.length === 0 || plainSeen(plain) !== seen) return 'overtaken'
    const digest = digestTexts({ earlier: read.base.edition, later: read.later })
    const fates = plain.map(({ proposal: { from, to }, decision }) => ({
      ...{ from, to, fate: 'unchanged' as const, number: (decision?.number ?? 0) + 1 },
      digest: digest({ from, to }),
    }))
    await insertFates(db, { draft, by: person.id }, fates)
    const accepted = fates.length
    await recordEvent(db, person, 'draft.fates-accepted', `draft:${draft}`, { accepted })
    return 'accepted'
  })
}

/** Throws NotFound. */
export function chooseReconfirmBy(
  db: Database,
  person: Person,
  { draft, day }: { readonly draft: string; readonly day: string },
): Promise<void> {
  return asActor(db, person, async (db) => {
    await lockToDecide(db, person, draft)
    await insertReconfirmBy(db, { draft, by: person.id, day })
    await recordEvent(db, person, 'draft.reconfirm-by-chosen', `draft:${draft}`, { day })
  })
}

/**
 * Nobody publishes it meanwhile. What is decided counts like an edit: the database makes it another
 * revision, to be approved again. Throws NotFound for all but its stewards, and Conflict where it is closed.
 */
async function lockToDecide(db: Transaction, person: Person, id: string): Promise<Draft> {
  const draft = await lockOpenDraft(db, id)
  if (!maySteward(person, draft)) throw new NotFound(`to decide on draft ${id}`)
  return draft
}
