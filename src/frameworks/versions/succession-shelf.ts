/** Successions kept in memory for as long as an edition's status is: they never change, and few are added. */
import type { Database } from '../../database/database.ts'
import type { Succession } from '../model/succession.ts'
import { listSuccessions } from './successions-store.ts'

export interface SuccessionShelf {
  readonly list: () => Promise<readonly Succession[]>
}

/** In ms. */
const freshFor = 10_000

export function successionShelf(db: Database, now: () => Date): SuccessionShelf {
  let held: { successions: readonly Succession[]; askedAt: number } | undefined
  return {
    list: async () => {
      const time = now().getTime()
      if (held === undefined || time - held.askedAt >= freshFor) {
        held = { successions: await listSuccessions(db), askedAt: time }
      }
      return held.successions
    },
  }
}
