/** A published edition is withdrawn from a day on. It stays where it is, to be read. */
import type { Person } from '../../../actor.ts'
import { recordEvent } from '../../../audit/audit-store.ts'
import { asActor } from '../../../database/as-actor.ts'
import type { Database, Transaction } from '../../../database/database.ts'
import { Conflict, NotFound } from '../../../errors.ts'
import { mayKeepFramework } from '../../authoring/drafts-store.ts'
import type { EditionShelf } from '../../edition-shelf.ts'
import { type EditionHead, findEdition, listEditions } from '../../frameworks-store.ts'
import { statementsOf } from '../../model/framework.ts'
import { insertWithdrawal, lockFramework } from '../publications-store.ts'
import { stewardOfFrameworks } from './steward-of-frameworks.ts'

export interface WithdrawalWords {
  readonly edition: string
  readonly fromDay: string
  readonly reason: string
  readonly instead?: string | undefined
  readonly noneLeft?: string | undefined
}

/** Published editions of the same framework that nobody has withdrawn, besides this one. */
export function listLeft(editions: readonly EditionHead[], ref: string): EditionHead[] {
  const [slug] = ref.split('/')
  return editions.filter(
    (one) =>
      one.ref !== ref &&
      one.ref.startsWith(`${slug}/`) &&
      one.status === 'published' &&
      one.withdrawal === undefined,
  )
}

/** The steward's organisation. Throws NotFound for whoever may not withdraw this edition. */
export async function stewardOfEdition(
  db: Transaction,
  person: Person,
  { edition }: { readonly edition: string },
): Promise<string> {
  const stewards = await stewardOfFrameworks(db, person)
  const [slug = ''] = edition.split('/')
  for (const organisation of stewards) {
    if (await mayKeepFramework(db, { slug, organisation })) return organisation
  }
  throw new NotFound(`to withdraw edition ${edition}`)
}

/** Throws NotFound, and Conflict where it is withdrawn, or no other would be left and nobody says so. */
export async function withdrawEdition(
  db: Database,
  shelf: Pick<EditionShelf, 'forgetEditions'>,
  person: Person,
  words: WithdrawalWords,
): Promise<void> {
  const { edition: ref, fromDay, instead } = words
  await asActor(db, person, async (db) => {
    const steward = await stewardOfEdition(db, person, { edition: ref })
    await lockFramework(db, { slug: ref.split('/')[0] ?? '' })
    const stored = await findEdition(db, ref)
    if (stored?.status !== 'published' || statementsOf(stored.edition).length === 0) {
      throw new NotFound(`published edition ${ref}`)
    }
    const left = listLeft(await listEditions(db), ref)
    if (left.length === 0 && words.noneLeft === undefined) throw new Conflict(nothingLeft)
    if (instead !== undefined && !left.some((one) => one.ref === instead)) {
      throw new Conflict('The edition to use instead is withdrawn itself by now. Choose another.')
    }
    if (!(await insertWithdrawal(db, { ...words, by: person.id, for: steward }))) {
      throw new Conflict('This edition is withdrawn already.')
    }
    const details = { from: fromDay, instead }
    await recordEvent(db, person, 'edition.withdrawn', `edition:${ref}`, details)
  })
  shelf.forgetEditions()
}

const nothingLeft =
  'No other edition of this framework is published. Say what people are to do before you withdraw it.'
