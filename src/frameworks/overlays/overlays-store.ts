/** The SQL of overlays while they are written. Row-level security shows them to their writers. */
import type { Transaction } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'
import type {
  OverlayCell,
  OverlayColumn,
  OverlayContent,
  OverlayHead,
  OverlayStatement,
} from './model/overlay.ts'

/** An overlay's id. */
interface OfOverlay {
  readonly overlay: string
}

export type WrittenStatement = OverlayStatement & { readonly revision: number }

export interface WrittenOverlay extends Omit<OverlayContent, 'statements'> {
  readonly id: string
  readonly statements: readonly WrittenStatement[]
}

const headColumns = [
  ...(['id', 'slug', 'organisation', 'edition', 'kind', 'title', 'about', 'prefix'] as const),
]

/** Of these organisations (slugs), by title. */
export async function listOverlays(
  db: Transaction,
  { organisations }: { readonly organisations: readonly string[] },
): Promise<(OverlayHead & { readonly id: string })[]> {
  if (organisations.length === 0) return []
  return db
    .selectFrom('framework_overlay')
    .where('organisation', 'in', [...organisations])
    .orderBy('title')
    .select(headColumns)
    .execute()
}

/** Throws NotFound, as for one that the actor does not write. */
export async function getOverlay(db: Transaction, { overlay }: OfOverlay): Promise<WrittenOverlay> {
  const [head, statements, columns, cells] = await Promise.all([
    db
      .selectFrom('framework_overlay')
      .where('id', '=', overlay)
      .select(headColumns)
      .executeTakeFirst(),
    db
      .selectFrom('overlay_statement')
      .where('overlay_id', '=', overlay)
      .select(['code', 'place', 'level', 'capability', 'text', 'pillars', 'parties', 'revision'])
      .execute(),
    db
      .selectFrom('overlay_column')
      .where('overlay_id', '=', overlay)
      .orderBy('position')
      .select(['slug', 'title'])
      .execute(),
    db
      .selectFrom('overlay_cell')
      .where('overlay_id', '=', overlay)
      .orderBy('column_slug')
      .orderBy('statement')
      .select(['column_slug as column', 'statement', 'text'])
      .execute(),
  ])
  if (head === undefined) throw new NotFound(`overlay ${overlay}`)
  return { ...head, statements: statements.sort(byCode), columns, cells }
}

function byCode(one: OverlayStatement, other: OverlayStatement): number {
  return one.code.localeCompare(other.code, 'en', { numeric: true })
}

/** Nobody else changes it until the transaction ends. Throws NotFound. */
export async function lockOverlay(db: Transaction, { overlay }: OfOverlay): Promise<OverlayHead> {
  const row = await db
    .selectFrom('framework_overlay')
    .where('id', '=', overlay)
    .forUpdate()
    .select(headColumns)
    .executeTakeFirst()
  if (row === undefined) throw new NotFound(`overlay ${overlay}`)
  return row
}

/** False where there is one by this name already. */
export async function insertOverlay(
  db: Transaction,
  { id, begunBy, ...head }: OverlayHead & { readonly id: string; readonly begunBy: string },
): Promise<boolean> {
  const made = await db
    .insertInto('framework_overlay')
    .values({ ...head, id, begun_by: begunBy })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

export async function setOverlay(
  db: Transaction,
  { overlay }: OfOverlay,
  set: Pick<OverlayHead, 'edition'>,
): Promise<void> {
  await db.updateTable('framework_overlay').where('id', '=', overlay).set(set).execute()
}

/** False where another was first with this code. */
export async function insertStatement(
  db: Transaction,
  { overlay }: OfOverlay,
  statement: OverlayStatement,
): Promise<boolean> {
  const { pillars, parties } = statement
  const made = await db
    .insertInto('overlay_statement')
    .values({ ...statement, overlay_id: overlay, pillars: [...pillars], parties: [...parties] })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

/** False where it is not there any more as it was read. */
export async function setStatement(
  db: Transaction,
  { overlay, revision }: OfOverlay & { readonly revision: number },
  { code, place, text, pillars, parties }: Omit<OverlayStatement, 'level' | 'capability'>,
): Promise<boolean> {
  const set = await db
    .updateTable('overlay_statement')
    .where('overlay_id', '=', overlay)
    .where('code', '=', code)
    .where('revision', '=', revision)
    .set({ place, text, pillars: [...pillars], parties: [...parties], revision: revision + 1 })
    .executeTakeFirst()
  return set.numUpdatedRows === 1n
}

export async function removeStatement(
  db: Transaction,
  { overlay, code }: OfOverlay & { readonly code: string },
): Promise<void> {
  await db
    .deleteFrom('overlay_statement')
    .where('overlay_id', '=', overlay)
    .where('code', '=', code)
    .execute()
}

/** False where there is one by this name already. */
export async function insertColumn(
  db: Transaction,
  { overlay, position }: OfOverlay & { readonly position: number },
  column: OverlayColumn,
): Promise<boolean> {
  const made = await db
    .insertInto('overlay_column')
    .values({ ...column, overlay_id: overlay, position })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

/** With all that stands in it. */
export async function removeColumn(
  db: Transaction,
  { overlay, column }: OfOverlay & { readonly column: string },
): Promise<void> {
  await db
    .deleteFrom('overlay_column')
    .where('overlay_id', '=', overlay)
    .where('slug', '=', column)
    .execute()
}

/** In place of what stood there. */
export async function setCell(
  db: Transaction,
  { overlay }: OfOverlay,
  { column, statement, text }: OverlayCell,
): Promise<void> {
  await db
    .insertInto('overlay_cell')
    .values({ overlay_id: overlay, column_slug: column, statement, text })
    .onConflict((conflict) =>
      conflict.columns(['overlay_id', 'column_slug', 'statement']).doUpdateSet({ text }),
    )
    .execute()
}

export async function removeCell(
  db: Transaction,
  { overlay }: OfOverlay,
  { column, statement }: Omit<OverlayCell, 'text'>,
): Promise<void> {
  await db
    .deleteFrom('overlay_cell')
    .where('overlay_id', '=', overlay)
    .where('column_slug', '=', column)
    .where('statement', '=', statement)
    .execute()
}
