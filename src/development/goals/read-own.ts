/** What the pages of goals ask of a holder's passport: where they stand, and what they should be offered. */
import type { Person } from '../../actor.ts'
import { asActor } from '../../database/as-actor.ts'
import type { Transaction } from '../../database/database.ts'
import type { EditionShelf, ShelvedEdition } from '../../frameworks/edition-shelf.ts'
import type { LevelSlug } from '../../frameworks/model/framework.ts'
import { dayOf } from '../../language/days.ts'
import type { Standing } from '../../passports/model/evaluate-passport.ts'
import { ownEdition } from '../../passports/passports-edition.ts'
import {
  evaluateHeldCodes,
  evaluateHeldLevel,
  readHeld,
} from '../../passports/standing/read-evaluation.ts'
import type { Site } from '../../web/site.ts'
import { listSupervisings } from '../supervision/supervising-store.ts'
import { findOffer } from './model/find-offer.ts'
import type { Goal } from './model/goal.ts'
import type { GoalWords, Offer } from './model/goal-words.ts'

export interface OwnRole {
  readonly level: LevelSlug
  readonly profession?: string | undefined
  /** What their employer should offer and they do not have: nothing where their level is not known. */
  readonly offer?: Offer | undefined
}

interface Asked {
  readonly holderId: string
  readonly stored: ShelvedEdition
  readonly today: string
}

export async function readOwnRole(
  db: Transaction,
  { holderId, stored, today }: Asked,
  { offers }: Pick<GoalWords, 'offers'>,
): Promise<OwnRole> {
  const held = await readHeld(db, { holderId, ref: stored.ref })
  const { level, profession } = held.role
  if (level === undefined) return { level: 'entry', profession }
  const { standings } = evaluateHeldLevel(held, stored, { today })
  return {
    level,
    profession,
    offer: findOffer(offers, { level, entries: held.entries, standings }),
  }
}

async function readStandings(
  db: Transaction,
  { holderId, stored, today }: Asked,
  level: LevelSlug,
): Promise<readonly Standing[]> {
  const held = await readHeld(db, { holderId, ref: stored.ref })
  return evaluateHeldLevel(held, stored, { level, today }).standings
}

/** The names of those who see what the holder shows to "my supervisor", wherever they work. */
export function readOwnSupervisors(
  { db }: Pick<Site, 'db'>,
  person: Person,
): Promise<readonly string[]> {
  return asActor(db, person, async (db) => {
    const held = await listSupervisings(db, { personId: person.id })
    const mine = held.filter(({ workerId, stands }) => stands && workerId === person.id)
    return [
      ...new Set(
        mine.map(
          ({ supervisorName, organisationName }) => `${supervisorName}, ${organisationName}`,
        ),
      ),
    ]
  })
}

/** Of the edition that the goal was set on. */
export async function readChosen(
  db: Transaction,
  { holderId, stored, today }: Asked,
  { codes }: Pick<Goal, 'codes'>,
): Promise<readonly Standing[]> {
  if (codes.length === 0) return []
  const held = await readHeld(db, { holderId, ref: stored.ref })
  return evaluateHeldCodes(held, stored, { codes, today }).standings
}

/** The statements to choose from: of the edition of now, or of the one that the goal was set on. */
export async function readOffered(
  { db, now }: Pick<Site, 'db' | 'now'>,
  shelf: EditionShelf,
  person: Person,
  goal: Pick<Goal, 'level'> & Partial<Pick<Goal, 'edition' | 'codes'>>,
) {
  const { level, edition, codes = [] } = goal
  const stored = edition === undefined ? await ownEdition(shelf, person) : await shelf.get(edition)
  const asked = { holderId: person.id, stored, today: dayOf(now()) }
  const standings = await asActor(db, person, async (db) => {
    const ofLevel = await readStandings(db, asked, level)
    const there = new Set(ofLevel.map(({ statement }) => statement.code))
    // Chosen when the holder worked in another profession.
    const others = codes.filter((code) => !there.has(code))
    return [...ofLevel, ...(await readChosen(db, asked, { codes: others }))]
  })
  const offered = standings.map(({ statement }) => statement.code)
  return { edition: stored.edition, ref: stored.ref, standings, offered }
}
