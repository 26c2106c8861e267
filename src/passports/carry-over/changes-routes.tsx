/** What a newer edition changed for the holder of a passport. */
import type { FastifyInstance } from 'fastify'
import type { Person } from '../../actor.ts'
import { asActor } from '../../database/as-actor.ts'
import type { EditionShelf, ShelvedEdition } from '../../frameworks/edition-shelf.ts'
import { findStatements } from '../../frameworks/model/find-statements.ts'
import { statementsOf } from '../../frameworks/model/framework.ts'
import { dayOf } from '../../language/days.ts'
import { paths } from '../../paths.ts'
import { ownPage } from '../../web/own-page.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { describeInForce, ownEdition } from '../passports-edition.ts'
import { evaluateHeldCodes, type Held, readHeld } from '../standing/read-evaluation.ts'
import { listAdded, listWhatChanged, type WhatChanged } from './model/list-what-changed.ts'
import { ChangesForMePage } from './pages/changes-for-me-page.tsx'

export function changesRoutes(app: FastifyInstance, site: Site, shelf: EditionShelf): void {
  const { db, now } = site

  app.get(paths.whatChanged(), async (request, reply) => {
    const person = signedIn(request)
    const stored = await ownEdition(shelf, person, request.query)
    const today = dayOf(now())
    const changed = await readChanged(person, stored, today)
    const inForce = await describeInForce(shelf, person, stored.ref)
    const view = { ...changed, ...inForce, stored, today, textOf: await wordsOf(changed) }
    return sendPage(reply, <ChangesForMePage {...ownPage(request, reply, site)} {...view} />)
  })

  async function readChanged(person: Person, stored: ShelvedEdition, today: string) {
    const whose = { holderId: person.id, ref: stored.ref }
    const held = await asActor(db, person, (db) => readHeld(db, whose))
    return whatChangedFor(held, stored, today)
  }

  /** Of each edition that something was signed on: its statements by code. */
  async function wordsOf({ over, confirm, partly, retired }: WhatChanged) {
    const refs = [
      ...[...over, ...confirm].map(({ carried }) => carried.from),
      ...[...partly, ...retired].map(({ edition }) => edition),
    ]
    const editions = await Promise.all([...new Set(refs)].map((ref) => shelf.get(ref)))
    const texts = editions.flatMap(({ ref, edition }) =>
      statementsOf(edition).map(({ code, text }) => [`${ref} ${code}`, text] as const),
    )
    const known = new Map(texts)
    return (ref: string, code: string) => known.get(`${ref} ${code}`)
  }
}

function whatChangedFor(
  held: Held,
  stored: ShelvedEdition,
  today: string,
): WhatChanged & { readonly signed: boolean } {
  const { edition } = stored
  const codes = statementsOf(edition).map(({ code }) => code)
  const evaluation = evaluateHeldCodes(held, stored, { codes, today })
  const { level, profession } = held.role
  const atLevel = findStatements(edition, { level: level ?? 'entry', profession })
  return {
    ...listWhatChanged({ ...stored, evaluation, signings: held.signings }),
    added: hasChanged(held, stored.ref) ? listAdded(atLevel, stored) : [],
    signed: held.signings.length > 0,
  }
}

/** Something of theirs is of another edition than the one that they are read by. */
export function hasChanged(
  { answersElsewhere, signings }: Pick<Held, 'answersElsewhere' | 'signings'>,
  ref: string,
): boolean {
  return answersElsewhere.size > 0 || signings.some(({ edition }) => edition !== ref)
}
