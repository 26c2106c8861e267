/** The tasks that somebody is offered: the catalogue's, and those of where they work. */
import type { Transaction } from '../database/database.ts'
import type { ShelvedEdition } from '../frameworks/edition-shelf.ts'
import type { LevelSlug } from '../frameworks/model/framework.ts'
import { becameOf } from '../passports/carry-over/model/list-what-changed.ts'
import { listLocalTasks } from './local-tasks-store.ts'
import { carryTask, inEdition, isLive, localTask, type OfferedTask, taskAt } from './model/task.ts'
import { readTasks } from './tasks-content.ts'

const catalogue = readTasks()

export async function readOffered(
  db: Transaction,
  {
    stored: { edition, ref, successions },
    level,
    organisations,
    today,
  }: {
    readonly stored: ShelvedEdition
    readonly level: LevelSlug
    readonly organisations: readonly string[]
    readonly today: string
  },
): Promise<OfferedTask[]> {
  const local = await listLocalTasks(db, { organisations })
  const from = (written: string) => (code: string) =>
    becameOf({ edition: written, code }, ref, successions)
  const own = local
    .filter((task) => isLive(task, today))
    .map((task) => carryTask(localTask(task), from(task.edition)))
  const offered = catalogue.tasks.map((task) =>
    carryTask(taskAt(task, level), from(catalogue.edition)),
  )
  return inEdition([...own, ...offered], edition)
}
