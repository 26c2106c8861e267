/** Files that wait to be taken into a draft. Row-level security shows them to those who write it. */
import type { Transaction } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'
import type { Brought } from './model/brought.ts'

/** A draft's id. */
interface OfDraft {
  readonly draft: string
}

/** Throws NotFound, as for a file that the actor has nothing to do with. */
export async function getImport(
  db: Transaction,
  { draft, id }: OfDraft & { readonly id: string },
): Promise<Brought> {
  const row = await db
    .selectFrom('draft_import')
    .where('id', '=', id)
    .where('draft_id', '=', draft)
    .select(['kind', 'content'])
    .executeTakeFirst()
  if (row === undefined) throw new NotFound(`file ${id} for draft ${draft}`)
  return { kind: row.kind, value: row.content } as Brought // written together, by insertImport
}

export async function insertImport(
  db: Transaction,
  { draft, id, brought }: OfDraft & { readonly id: string; readonly brought: Brought },
): Promise<void> {
  const { kind, value } = brought
  await db
    .insertInto('draft_import')
    .values({ id, draft_id: draft, kind, content: JSON.stringify(value) })
    .execute()
}

/** Nothing where it is gone already. */
export async function removeImport(
  db: Transaction,
  { draft, id }: OfDraft & { readonly id: string },
): Promise<void> {
  await db.deleteFrom('draft_import').where('id', '=', id).where('draft_id', '=', draft).execute()
}

/** Of this draft: nobody looks at what a file of last week would change. */
export async function removeOldImports(
  db: Transaction,
  { draft, before }: OfDraft & { readonly before: Date },
): Promise<void> {
  await db
    .deleteFrom('draft_import')
    .where('draft_id', '=', draft)
    .where('at', '<', before)
    .execute()
}
