/** Where those of a team stand who share it: read in one go, evaluated one by one, shown as they chose. */
import type { Transaction } from '../../database/database.ts'
import type { ShelvedEdition } from '../../frameworks/edition-shelf.ts'
import { linkedEditions } from '../../passports/carry-over/model/carry-over.ts'
import { evaluateHeldLevel, type Held, saidOn } from '../../passports/standing/read-evaluation.ts'
import { describeShared, type SharedStanding } from './model/shared-standing.ts'
import { type Depth, limitHeld } from './model/standing-share.ts'
import type { TeamMember } from './model/team-figures.ts'
import {
  type Asked,
  listSharedAnswers,
  listSharedEntries,
  listSharedReceived,
  listSharedSignings,
  listSharers,
} from './team-standing-store.ts'

/** By name. Nobody where whoever acts neither manages people there nor supervises the one asked for. */
export async function readTeamStanding(
  db: Transaction,
  stored: ShelvedEdition,
  { today, ...asked }: Asked & { readonly today: string },
): Promise<TeamMember[]> {
  const askedOf = { ...asked, editions: linkedEditions(stored) }
  const [sharers, signings, answers, entries, received] = await Promise.all([
    listSharers(db, asked),
    listSharedSignings(db, askedOf),
    listSharedAnswers(db, askedOf),
    listSharedEntries(db, askedOf),
    listSharedReceived(db, askedOf),
  ])
  return sharers.map(({ id, name, at, endsOn, depth, ...role }) => {
    const held = {
      ...{ role, signings: signings.get(id) ?? [], ...saidOn(stored.ref, answers.get(id)) },
      entries: [...(entries.get(id) ?? []), ...(received.get(id) ?? [])],
    }
    return { id, name, at, endsOn, shared: showHeld(held, stored, { depth, today }) }
  })
}

/** As others are shown it; the holder's preview asks the same. */
export function showHeld(
  held: Held,
  stored: ShelvedEdition,
  { depth, today }: { readonly depth: Depth; readonly today: string },
): SharedStanding {
  const evaluation = evaluateHeldLevel(limitHeld(held, depth), stored, { today })
  return describeShared(stored.edition, evaluation, depth)
}
