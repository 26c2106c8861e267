/** On Monday morning: a letter to whoever has something coming up and wants to be told. */
import { asActor } from '../../database/as-actor.ts'
import type { Transaction } from '../../database/database.ts'
import type { DueCount, DueDates } from '../../due-date.ts'
import type { Work } from '../../jobs/jobs.ts'
import { addDays, dayOf } from '../../language/days.ts'
import { paths } from '../../paths.ts'
import type { Site } from '../../web/site.ts'
import { weeklyLetter } from './model/weekly-letter.ts'
import { takeWeeklyLetters } from './reminders-store.ts'

const daysAhead = 14
/** People whose letters are kept in one transaction. */
const atOnce = 500

export function sendWeeklyLetters(site: Site, dueDates: readonly DueDates[]): Work {
  return {
    queue: 'weekly-letter',
    every: '30 7 * * 1',
    run: async ({ actor }) => {
      const week = dayOf(site.now())
      const days = { from: week, to: addDays(week, daysAhead) }
      const counts = await asActor(site.db, actor, (db) =>
        Promise.all(dueDates.map(({ countDue }) => countDue(db, days))),
      )
      const due = Map.groupBy(counts.flat(), ({ personId }) => personId)
      const people = [...due.keys()]
      for (let from = 0; from < people.length; from += atOnce) {
        const some = people.slice(from, from + atOnce)
        await asActor(site.db, actor, (db) => write(db, site, { people: some, week, due }))
      }
    },
  }
}

async function write(
  db: Transaction,
  { config, post }: Site,
  {
    people,
    week,
    due,
  }: {
    readonly people: readonly string[]
    readonly week: string
    readonly due: ReadonlyMap<string, readonly DueCount[]>
  },
): Promise<void> {
  const pages = {
    site: `${config.baseUrl}${paths.comingUp()}`,
    choice: `${config.baseUrl}${paths.reminders()}`,
  }
  for (const { personId, address } of await takeWeeklyLetters(db, { people, week })) {
    await post(db, { to: address, ...weeklyLetter(due.get(personId) ?? [], pages) })
  }
}
