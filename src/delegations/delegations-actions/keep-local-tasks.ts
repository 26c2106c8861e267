import type { Person } from '../../actor.ts'
import { hasPermission } from '../../actor.ts'
import { recordEvent } from '../../audit/audit-store.ts'
import { asActor } from '../../database/as-actor.ts'
import { NotFound } from '../../errors.ts'
import type { Site } from '../../web/site.ts'
import { insertLocalTask, setLocalTaskTakenOut } from '../local-tasks-store.ts'
import type { LocalTask } from '../model/task.ts'

/** Where they may add tasks: as somebody who delegates there, or who manages people there. */
export function placesToKeep({ permissions }: Person): string[] {
  const held = permissions.filter(
    ({ permission }) => permission === 'delegate' || permission === 'manage-team',
  )
  return [...new Set(held.map(({ organisation }) => organisation))]
}

/** Throws NotFound for somebody who may not add tasks there. */
export function addLocalTask(
  { db }: Pick<Site, 'db'>,
  actor: Person,
  task: LocalTask,
): Promise<void> {
  const { organisation, id } = task
  const may = (['delegate', 'manage-team'] as const).some((one) =>
    hasPermission(actor, one, organisation),
  )
  if (!may) throw new NotFound(`tasks of ${organisation}`)
  return asActor(db, actor, async (db) => {
    if (!(await insertLocalTask(db, { ...task, madeBy: actor.id }))) return
    const details = { organisation, statements: task.codes.length, ends: task.endsOn }
    await recordEvent(db, actor, 'local-task.added', `local-task:${id}`, details)
  })
}

/** What was asked already stays as it is. Throws NotFound where there is none to take out. */
export function takeOutLocalTask(
  { db, now }: Pick<Site, 'db' | 'now'>,
  actor: Person,
  id: string,
): Promise<void> {
  return asActor(db, actor, async (db) => {
    const organisation = await setLocalTaskTakenOut(db, { id, at: now() })
    if (organisation === undefined) throw new NotFound(`local task ${id}`)
    await recordEvent(db, actor, 'local-task.taken-out', `local-task:${id}`, { organisation })
  })
}
