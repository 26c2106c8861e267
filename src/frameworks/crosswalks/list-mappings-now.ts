/** The mappings of an edition of ours: its own, and those that earlier editions hand on to it. */
import type { Database, Transaction } from '../../database/database.ts'
import type { StoredEdition } from '../frameworks-store.ts'
import type { Succession } from '../model/succession.ts'
import { listSuccessions } from '../versions/successions-store.ts'
import { listMappings } from './crosswalks-store.ts'
import { carryMappings, followStatements, withoutDecided } from './model/carry-mappings.ts'
import { chooseStanding } from './model/choose-standing.ts'
import type { Mapping } from './model/mapping.ts'

export interface MappingsNow {
  /** Oldest first, with what was replaced and refused. */
  readonly own: readonly Mapping[]
  readonly carried: readonly Mapping[]
  readonly again: readonly Mapping[]
}

export async function listMappingsNow(
  db: Database | Transaction,
  { ref, edition }: Pick<StoredEdition, 'ref' | 'edition'>,
  to?: string | undefined,
): Promise<MappingsNow> {
  const own = await listMappings(db, { from: ref, to })
  const lines = linesTo(ref, await listSuccessions(db))
  let now: MappingsNow = { own, carried: [], again: [] }
  for (const line of lines) {
    const from = line[0]?.from ?? ''
    const standing = chooseStanding(await listMappings(db, { from, to }))
    const found = carryMappings(standing, followStatements(line), edition)
    const fresh = withoutDecided(found, [...now.own, ...now.carried, ...now.again])
    now = {
      own,
      carried: [...now.carried, ...fresh.carried],
      again: [...now.again, ...fresh.again],
    }
  }
  return now
}

/** What leads to an edition, from each one before it: the nearest first. */
function linesTo(ref: string, successions: readonly Succession[]): (readonly Succession[])[] {
  const lines: (readonly Succession[])[] = []
  let line: readonly Succession[] = []
  for (
    let step = successions.find(({ to }) => to === ref);
    step !== undefined && !line.includes(step);
    step = successions.find(({ to }) => to === line[0]?.from)
  ) {
    line = [step, ...line]
    lines.push(line)
  }
  return lines
}
