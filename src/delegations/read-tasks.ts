/** The tasks that somebody is offered: the catalogue's, and those of where they work. */
import type { Transaction } from '../database/database.ts'
import type { StoredEdition } from '../frameworks/frameworks-store.ts'
import type { LevelSlug } from '../frameworks/model/framework.ts'
import { listLocalTasks } from './local-tasks-store.ts'
import { inEdition, isLive, localTask, type OfferedTask, taskAt } from './model/task.ts'
import { readTasks } from './tasks-content.ts'

const catalogue = readTasks()

export async function readOffered(
  db: Transaction,
  {
    stored: { edition, ref },
    level,
    organisations,
    today,
  }: {
    readonly stored: StoredEdition
    readonly level: LevelSlug
    readonly organisations: readonly string[]
    readonly today: string
  },
): Promise<OfferedTask[]> {
  const local = await listLocalTasks(db, { organisations })
  const own = local.filter((task) => task.edition === ref && isLive(task, today)).map(localTask)
  return inEdition([...own, ...catalogue.tasks.map((task) => taskAt(task, level))], edition)
}
