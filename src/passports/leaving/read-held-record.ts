/** What a file holds besides its credentials, for the paper. */
import type { Transaction } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'
import type { EditionShelf } from '../../frameworks/edition-shelf.ts'
import { findStatement } from '../../frameworks/model/look-up.ts'
import { withConfirmation } from '../bring/model/original.ts'
import { listOwnOriginals } from '../bring/originals-store.ts'
import { listReceived } from '../bring/received-store.ts'
import { listEntries } from '../entries/entries-store.ts'
import { listEvidence } from '../evidence/evidence-store.ts'
import { isAnswer } from '../model/answer.ts'
import { listAllAnswers, listAllNotes } from '../passports-record-store.ts'
import { listHeldRecognitions } from '../recognition/decisions-store.ts'
import { listOwnTopUps } from '../recognition/top-ups-store.ts'
import type { HeldRecord } from './model/paper-record.ts'

export type ReadRecord = Omit<HeldRecord, 'answers'> & {
  readonly answers: Awaited<ReturnType<typeof listAllAnswers>>
}

export async function readHeldRecord(
  db: Transaction,
  { holderId }: { readonly holderId: string },
): Promise<ReadRecord> {
  const [whose, person] = [{ holderId }, { personId: holderId }]
  const originals = await listOwnOriginals(db, whose)
  return {
    entries: (await listEntries(db, whose)).map((one) => withConfirmation(one, originals)),
    answers: await listAllAnswers(db, person),
    notes: await listAllNotes(db, person),
    received: await listReceived(db, whose),
    recognised: await listHeldRecognitions(db, whose),
    topUps: await listOwnTopUps(db, whose),
    evidence: await listEvidence(db, whose),
  }
}

/** The latest answer to each statement, in the wording that was answered. */
export async function withWordings(record: ReadRecord, shelf: EditionShelf): Promise<HeldRecord> {
  const latest = new Map(record.answers.map((one) => [`${one.edition} ${one.code}`, one]))
  const refs = [...new Set(record.answers.map(({ edition }) => edition))]
  const editions = new Map(
    await Promise.all(refs.map(async (ref) => [ref, await editionOf(shelf, ref)] as const)),
  )
  const answers = [...latest.values()].flatMap(({ edition: ref, code, answer, at }) => {
    const edition = editions.get(ref)
    const wording = edition && findStatement(edition, code)?.statement.text
    return isAnswer(answer) ? [{ code, wording, answer, at }] : []
  })
  return { ...record, answers }
}

async function editionOf(shelf: EditionShelf, ref: string) {
  try {
    return (await shelf.get(ref)).edition
  } catch (error) {
    if (!(error instanceof NotFound)) throw error
    return undefined
  }
}
