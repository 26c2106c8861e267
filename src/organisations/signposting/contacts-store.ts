/** The SQL of where to turn in one organisation. It is public: reading it needs nobody to be signed in. */
import type { Database, Transaction } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'
import type { Contact, ContactDraft, ContactPurpose } from './model/contact.ts'

type Db = Database | Transaction

interface Local {
  readonly slug: string
  readonly name: string
}

/** Organisations that say where to turn, by name. All of them: nobody has to type where they work. */
export async function listLocal(
  db: Db,
  { purposes }: { readonly purposes: readonly ContactPurpose[] },
): Promise<(Local & { readonly nation: string })[]> {
  return db
    .selectFrom('organisation')
    .where('slug', 'in', (contacts) =>
      contacts
        .selectFrom('local_contact')
        .where('removed_at', 'is', null)
        .where('purpose', 'in', [...purposes])
        .select('organisation'),
    )
    .where('ended_on', 'is', null)
    .orderBy('name')
    .select(['slug', 'name', 'nation'])
    .execute()
}

/** Throws NotFound where there is no such organisation. */
export async function getLocal(db: Db, slug: string): Promise<Local & { readonly nation: string }> {
  const row = await db
    .selectFrom('organisation')
    .where('slug', '=', slug)
    .select(['slug', 'name', 'nation'])
    .executeTakeFirst()
  if (row === undefined) throw new NotFound(`organisation ${slug}`)
  return row
}

export async function listContacts(
  db: Db,
  {
    organisation,
    purposes,
  }: { readonly organisation: string; readonly purposes: readonly ContactPurpose[] },
): Promise<Contact[]> {
  const rows = await contacts(db, organisation)
    .where('purpose', 'in', [...purposes])
    .execute()
  return rows
}

/** Throws NotFound for another organisation's. */
export async function getContact(
  db: Db,
  { id, organisation }: { readonly id: string; readonly organisation: string },
): Promise<Contact> {
  const row = await contacts(db, organisation).where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new NotFound(`contact ${id}`)
  return row
}

interface Written {
  readonly id: string
  readonly organisation: string
  readonly draft: ContactDraft
}

/** False where the same form was sent before. */
export async function insertContact(
  db: Transaction,
  { id, organisation, draft }: Written,
): Promise<boolean> {
  const made = await db
    .insertInto('local_contact')
    .values({ id, organisation, ...draft })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

/** False where it was removed meanwhile, or is another organisation's. */
export async function setContact(
  db: Transaction,
  { id, organisation, draft }: Written,
): Promise<boolean> {
  const { numUpdatedRows } = await standing(db, { id, organisation }).set(draft).executeTakeFirst()
  return numUpdatedRows > 0n
}

/** False where it was removed before. */
export async function setContactRemoved(
  db: Transaction,
  { id, organisation, at }: Omit<Written, 'draft'> & { readonly at: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await standing(db, { id, organisation })
    .set({ removed_at: at })
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

function standing(db: Transaction, { id, organisation }: Omit<Written, 'draft'>) {
  return db
    .updateTable('local_contact')
    .where('id', '=', id)
    .where('organisation', '=', organisation)
    .where('removed_at', 'is', null)
}

function contacts(db: Db, organisation: string) {
  return db
    .selectFrom('local_contact')
    .where('organisation', '=', organisation)
    .where('removed_at', 'is', null)
    .orderBy('role')
    .select(['id', 'organisation', 'purpose', 'role', 'phone', 'email', 'web', 'hours'])
    .select(['checked_on', 'review_on'])
}
