/** Writing what an organisation adds, and publishing it. */
import { randomUUID } from 'node:crypto'
import { hasPermission, type Person } from '../../actor.ts'
import { recordEvent } from '../../audit/audit-store.ts'
import { asActor } from '../../database/as-actor.ts'
import type { Database, Transaction } from '../../database/database.ts'
import { Conflict, NotFound } from '../../errors.ts'
import type { CellEdit } from './model/entered.ts'
import type {
  OverlayColumn,
  OverlayContent,
  OverlayHead,
  OverlayStatement,
} from './model/overlay.ts'
import {
  insertOverlayVersion,
  insertOverlayWithdrawal,
  listOverlayVersions,
} from './overlay-versions-store.ts'
import * as store from './overlays-store.ts'

/** Throws NotFound for an organisation that they do not write for, Conflict for a name that is taken. */
export function beginOverlay(db: Database, person: Person, head: OverlayHead): Promise<string> {
  if (!hasPermission(person, 'steward-framework', head.organisation)) {
    throw new NotFound('does not write for this organisation')
  }
  const id = randomUUID()
  return asActor(db, person, async (db) => {
    if (!(await store.insertOverlay(db, { ...head, id, begunBy: person.id }))) {
      throw new Conflict(`There is one called "${head.slug}" already. Choose another title.`)
    }
    await recordEvent(db, person, 'overlay.begun', `overlay:${id}`, { edition: head.edition })
    return id
  })
}

/** One after another, and only for those who write it. Throws NotFound. */
function changeOverlay<Done>(
  db: Database,
  person: Person,
  overlay: string,
  change: (db: Transaction, held: OverlayHead) => Promise<Done>,
): Promise<Done> {
  return asActor(db, person, async (db) => {
    const held = await store.lockOverlay(db, { overlay })
    if (!hasPermission(person, 'steward-framework', held.organisation)) {
      throw new NotFound('does not write this')
    }
    return change(db, held)
  })
}

/** Throws Conflict where another got the same code first. */
export function addOverlayStatement(
  db: Database,
  person: Person,
  overlay: string,
  make: (held: store.WrittenOverlay) => OverlayStatement,
): Promise<string> {
  return changeOverlay(db, person, overlay, async (db) => {
    const statement = make(await store.getOverlay(db, { overlay }))
    if (!(await store.insertStatement(db, { overlay }, statement))) {
      throw new Conflict('There is a statement of this capability at this level already.')
    }
    return statement.code
  })
}

/** "overtaken": somebody changed it after `revision` was read. Nothing is written then. */
export function setOverlayStatement(
  db: Database,
  person: Person,
  overlay: string,
  { revision, ...statement }: Omit<store.WrittenStatement, 'level' | 'capability'>,
): Promise<'saved' | 'overtaken'> {
  return changeOverlay(db, person, overlay, async (db) =>
    (await store.setStatement(db, { overlay, revision }, statement)) ? 'saved' : 'overtaken',
  )
}

export function removeOverlayStatement(
  db: Database,
  person: Person,
  { overlay, code }: { readonly overlay: string; readonly code: string },
): Promise<void> {
  return changeOverlay(db, person, overlay, (db) => store.removeStatement(db, { overlay, code }))
}

/** Throws Conflict for a column that is there already. */
export function addOverlayColumn(
  db: Database,
  person: Person,
  overlay: string,
  column: OverlayColumn,
): Promise<void> {
  return changeOverlay(db, person, overlay, async (db) => {
    const { columns } = await store.getOverlay(db, { overlay })
    const position = columns.length
    if (!(await store.insertColumn(db, { overlay, position }, column))) {
      throw new Conflict(`There is a column "${column.title}" already.`)
    }
  })
}

export function removeOverlayColumn(
  db: Database,
  person: Person,
  { overlay, column }: { readonly overlay: string; readonly column: string },
): Promise<void> {
  return changeOverlay(db, person, overlay, (db) => store.removeColumn(db, { overlay, column }))
}

/** Gives those that somebody else changed after they were read: they are left as they are. */
export function setOverlayCells(
  db: Database,
  person: Person,
  overlay: string,
  edits: readonly CellEdit[],
): Promise<readonly CellEdit[]> {
  return changeOverlay(db, person, overlay, async (db) => {
    const { cells, columns } = await store.getOverlay(db, { overlay })
    const overtaken: CellEdit[] = []
    for (const edit of edits.filter(({ text, was }) => text !== was)) {
      const held = cells.find(
        ({ column, statement }) => column === edit.column && statement === edit.statement,
      )
      const stands = held?.text ?? ''
      if (stands === edit.text) continue
      if (stands !== edit.was || !columns.some(({ slug }) => slug === edit.column)) {
        overtaken.push(edit)
      } else if (edit.text === '') await store.removeCell(db, { overlay }, edit)
      else await store.setCell(db, { overlay }, edit)
    }
    return overtaken
  })
}

/** As it is now, whole, as one more version. */
export function publishOverlay(db: Database, person: Person, overlay: string): Promise<number> {
  return changeOverlay(db, person, overlay, async (db) => {
    const { id: _, ...written } = await store.getOverlay(db, { overlay })
    const versions = await listOverlayVersions(db, { overlay })
    const number = (versions[0]?.number ?? 0) + 1
    const statements = written.statements.map(({ revision: _, ...statement }) => statement)
    const content: OverlayContent = { ...written, statements }
    if (!(await insertOverlayVersion(db, { overlay, number, by: person.id, content }))) {
      throw new Conflict('Somebody published it at the same moment. Look at it again.')
    }
    await recordEvent(db, person, 'overlay.published', `overlay:${overlay}`, { number })
    return number
  })
}

/** Throws Conflict where nothing of it is published. */
export function withdrawOverlay(
  db: Database,
  person: Person,
  { overlay, reason }: { readonly overlay: string; readonly reason: string },
): Promise<void> {
  return changeOverlay(db, person, overlay, async (db) => {
    const [newest] = await listOverlayVersions(db, { overlay })
    const { number = 0 } = newest ?? {}
    if (
      number === 0 ||
      !(await insertOverlayWithdrawal(db, { overlay, number, by: person.id, reason }))
    ) {
      throw new Conflict('Nothing of it is published now.')
    }
    await recordEvent(db, person, 'overlay.withdrawn', `overlay:${overlay}`, { number })
  })
}

/** Its places go along to a newer edition where they fit. The rest stays to be placed anew. */
export function moveOverlay(
  db: Database,
  person: Person,
  overlay: string,
  fit: (held: OverlayContent) => OverlayContent,
): Promise<void> {
  return changeOverlay(db, person, overlay, async (db) => {
    const held = await store.getOverlay(db, { overlay })
    const { edition, statements, cells } = fit(held)
    if (edition === held.edition) return
    for (const statement of statements) {
      const { revision = 1 } = held.statements.find(({ code }) => code === statement.code) ?? {}
      await store.setStatement(db, { overlay, revision }, statement)
    }
    // All of them first: one may go where another stood.
    for (const cell of held.cells) await store.removeCell(db, { overlay }, cell)
    for (const cell of cells) await store.setCell(db, { overlay }, cell)
    await store.setOverlay(db, { overlay }, { edition })
    await recordEvent(db, person, 'overlay.moved', `overlay:${overlay}`, { edition })
  })
}
