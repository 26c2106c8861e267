import type { FastifyInstance } from 'fastify'
import type { Person } from '../../actor.ts'
import { asActor } from '../../database/as-actor.ts'
import type { Transaction } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'
import type { EditionShelf, ShelvedEdition } from '../../frameworks/edition-shelf.ts'
import { findSection } from '../../frameworks/model/look-up.ts'
import { dayOf } from '../../language/days.ts'
import { paths } from '../../paths.ts'
import { ownPage, type Params } from '../../web/own-page.ts'
import { sendPage, wantsJson } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { carryAnswers } from '../carry-over/model/carry-answers.ts'
import { linkedEditions } from '../carry-over/model/carry-over.ts'
import { readGoodEvidence } from '../evidence/evidence-content.ts'
import { goodEvidenceFor } from '../evidence/model/good-evidence.ts'
import { firstSection, nextToAnswer } from '../model/choose-next-step.ts'
import { type DomainStanding, isBlank, type LevelEvaluation } from '../model/evaluate-passport.ts'
import { listSectionStatements } from '../model/list-section-statements.ts'
import { LevelPage } from '../pages/level-page.tsx'
import { ownEdition } from '../passports-edition.ts'
import { readLevel, selfAssessForm } from '../passports-forms.ts'
import { findNote, findOwnRole, listAnswersByEdition } from '../passports-store.ts'
import { evaluateHeldLevel, readHeld } from '../standing/read-evaluation.ts'
import { assessSelf } from './assess-self.ts'
import { SelfAssessPage } from './pages/self-assess-page.tsx'
import { saveAsTyped } from './save-as-typed.ts'

export function selfAssessRoutes(app: FastifyInstance, site: Site, shelf: EditionShelf): void {
  const { db, now } = site
  const known = readGoodEvidence()

  app.get<{ Params: Params; Querystring: { saved?: string; domain?: string } }>(
    '/passport/assess/:level',
    async (request, reply) => {
      const person = signedIn(request)
      const stored = await ownEdition(shelf, person)
      const level = levelOf(request.params)
      const evaluation = await asActor(db, person, (db) =>
        readLevelEvaluation(db, { person, stored, level, today: dayOf(now()) }),
      )
      const sections = evaluation.domains.flatMap(({ sections }) => sections)
      const { edition } = stored
      const view = {
        ...{ edition, evaluation },
        saved: sections.find(({ section }) => section.code === request.query.saved)?.section,
        savedDomain: readDomain(evaluation, request.query.domain)?.domain.number,
        next: evaluation.standings.every(isBlank)
          ? firstSection(evaluation)
          : nextToAnswer(evaluation),
      }
      return sendPage(reply, <LevelPage {...ownPage(request, reply, site)} {...view} />)
    },
  )

  app.get<{ Params: Params }>('/passport/assess/:section/:level', async (request, reply) => {
    const person = signedIn(request)
    const stored = await ownEdition(shelf, person)
    const { edition } = stored
    const editions = linkedEditions(stored)
    const { section, said, note, ...place } = await asActor(db, person, async (db) => {
      const holderId = person.id
      const place = await readPlace(db, { person, edition, params: request.params })
      const where = { holderId, editions, section: place.section.code }
      return {
        ...{ ...place, said: await listAnswersByEdition(db, { holderId }) },
        note: await findNote(db, where),
      }
    })
    const held = carryAnswers(said, { ...stored, today: dayOf(now()) })
    const answers = new Map([...held].map(([code, { answer }]) => [code, answer]))
    const good = goodEvidenceFor(place.statements, known)
    const view = { ...place, edition, section, answers, note: note ?? '', good }
    return sendPage(reply, <SelfAssessPage {...ownPage(request, reply, site)} {...view} />)
  })

  app.post<{ Params: Params }>('/passport/assess/:section/:level', async (request, reply) => {
    const person = signedIn(request)
    const { edition, ref } = await ownEdition(shelf, person)
    const { params } = request
    const place = await asActor(db, person, (db) => readPlace(db, { person, edition, params }))
    const codes = place.statements.map(({ code }) => code)
    const { code } = place.section
    if (wantsJson(request)) {
      const at = { person, edition: ref, place: code, section: code, codes }
      return saveAsTyped(site, request, reply, at)
    }
    const form = selfAssessForm(request.body, codes)
    if (!form.ok) {
      const good = goodEvidenceFor(place.statements, known)
      const view = { ...place, ...form.entered, edition, errors: form.errors, good }
      return sendPage(reply, <SelfAssessPage {...ownPage(request, reply, site)} {...view} />, 422)
    }
    const { answers, note } = form.value
    const said = { edition: ref, place: code, answers, note: { section: code, text: note } }
    await assessSelf(db, person, said)
    return reply.redirect(`${paths.selfAssessLevel(place.level)}?saved=${code}`, 303)
  })
}

/** The domain of a level that an address names. */
export function readDomain(
  { domains }: LevelEvaluation,
  number: string | undefined,
): DomainStanding | undefined {
  return domains.find(({ domain }) => String(domain.number) === number)
}

/** Throws NotFound. */
export function levelOf({ level }: Params) {
  const found = readLevel(level)
  if (found === undefined) throw new NotFound(`level ${level}`)
  return found
}

/** The section, level and statements that an address names. Throws NotFound. */
export async function readPlace(
  db: Transaction,
  {
    person,
    edition,
    params,
  }: {
    readonly person: Person
    readonly edition: ShelvedEdition['edition']
    readonly params: Params
  },
) {
  const level = levelOf(params)
  const { section } = findSection(edition, params.section ?? '')
  const { profession } = await findOwnRole(db, person.id)
  const statements = listSectionStatements(edition, { section, level, profession })
  if (statements.length === 0) throw new NotFound(`statements of ${section.code}`)
  return { section, level, statements }
}

export async function readLevelEvaluation(
  db: Transaction,
  {
    person,
    stored,
    level,
    today,
  }: {
    readonly person: Person
    readonly stored: ShelvedEdition
    readonly level: ReturnType<typeof levelOf>
    readonly today: string
  },
): Promise<LevelEvaluation> {
  const held = await readHeld(db, { holderId: person.id, ref: stored.ref })
  return evaluateHeldLevel(held, stored, { level, today })
}
