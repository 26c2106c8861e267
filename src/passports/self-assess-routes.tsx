import type { FastifyInstance } from 'fastify'
import type { Person } from '../actor.ts'
import { asActor } from '../database/as-actor.ts'
import type { Transaction } from '../database/database.ts'
import { NotFound } from '../errors.ts'
import type { EditionShelf } from '../frameworks/edition-shelf.ts'
import type { StoredEdition } from '../frameworks/frameworks-store.ts'
import { findSection } from '../frameworks/model/look-up.ts'
import { paths } from '../paths.ts'
import { sendPage } from '../web/send-page.ts'
import { signedIn } from '../web/sessions.ts'
import type { Site } from '../web/site.ts'
import type { Answer } from './model/answer.ts'
import { firstSection, nextDomainToAnswer, nextToAnswer } from './model/choose-next-step.ts'
import { dayOf } from './model/day.ts'
import { listSectionStatements } from './model/list-section-statements.ts'
import {
  type DomainStanding,
  type PassportSummary,
  type Standing,
  summarisePassport,
} from './model/summarise-passport.ts'
import { ownPage, type Params, readLevel } from './own-page.ts'
import { DomainAssessPage } from './pages/domain-assess-page.tsx'
import { LevelPage } from './pages/level-page.tsx'
import { SelfAssessPage } from './pages/self-assess-page.tsx'
import { assessSelf } from './passports-actions/assess-self.ts'
import { currentEdition } from './passports-edition.ts'
import { selfAssessForm } from './passports-forms.ts'
import { findNote, findOwnRole, listAnswers } from './passports-store.ts'
import { listSigningsFor } from './signings-store.ts'

export function selfAssessRoutes(app: FastifyInstance, site: Site, shelf: EditionShelf): void {
  const { db, now } = site

  app.get<{ Params: Params; Querystring: { saved?: string; domain?: string } }>(
    '/passport/assess/:level',
    async (request, reply) => {
      const person = signedIn(request)
      const stored = await currentEdition(shelf)
      const level = levelOf(request.params)
      const summary = await asActor(db, person, (db) =>
        readLevelSummary(db, { person, stored, level, today: dayOf(now()) }),
      )
      const sections = summary.domains.flatMap(({ sections }) => sections)
      const { edition } = stored
      const view = {
        ...{ edition, summary },
        saved: sections.find(({ section }) => section.code === request.query.saved)?.section,
        savedDomain: readDomain(summary, request.query.domain)?.domain.number,
        next: isUntouched(summary) ? firstSection(summary) : nextToAnswer(summary),
      }
      return sendPage(reply, <LevelPage {...ownPage(request, reply, site)} {...view} />)
    },
  )

  app.get<{ Params: Params }>('/passport/assess/:section/:level', async (request, reply) => {
    const person = signedIn(request)
    const { edition, ref } = await currentEdition(shelf)
    const { section, held, note, ...place } = await asActor(db, person, async (db) => {
      const place = await readPlace(db, { person, edition, params: request.params })
      const where = { holderId: person.id, edition: ref, section: place.section.code }
      return { ...place, held: await listAnswers(db, where), note: await findNote(db, where) }
    })
    const answers = new Map([...held].map(([code, { answer }]) => [code, answer]))
    const view = { ...place, edition, section, answers, note: note ?? '' }
    return sendPage(reply, <SelfAssessPage {...ownPage(request, reply, site)} {...view} />)
  })

  app.post<{ Params: Params }>('/passport/assess/:section/:level', async (request, reply) => {
    const person = signedIn(request)
    const { edition, ref } = await currentEdition(shelf)
    const { params } = request
    const place = await asActor(db, person, (db) => readPlace(db, { person, edition, params }))
    const codes = place.statements.map(({ code }) => code)
    const form = selfAssessForm(request.body, codes)
    if (!form.ok) {
      const view = { ...place, ...form.entered, edition, errors: form.errors }
      return sendPage(reply, <SelfAssessPage {...ownPage(request, reply, site)} {...view} />, 422)
    }
    const { code } = place.section
    const { answers, note } = form.value
    const said = { edition: ref, place: code, answers, note: { section: code, text: note } }
    await assessSelf(db, person, said)
    return reply.redirect(`${paths.selfAssessLevel(place.level)}?saved=${code}`, 303)
  })

  domainRoutes(app, site, shelf)
}

function domainRoutes(app: FastifyInstance, site: Site, shelf: EditionShelf): void {
  const { db, now } = site

  async function readDomainPlace(person: Person, params: Params) {
    const stored = await currentEdition(shelf)
    const level = levelOf(params)
    const summary = await asActor(db, person, (db) =>
      readLevelSummary(db, { person, stored, level, today: dayOf(now()) }),
    )
    const standing = readDomain(summary, params.domain)
    if (standing === undefined) throw new NotFound(`statements of domain ${params.domain}`)
    return { edition: stored.edition, ref: stored.ref, summary, standing }
  }

  app.get<{ Params: Params; Querystring: { saved?: string } }>(
    '/passport/assess/domain/:domain/:level',
    async (request, reply) => {
      const view = await readDomainPlace(signedIn(request), request.params)
      const saved = readDomain(view.summary, request.query.saved)?.domain.number
      const words = saved === undefined ? undefined : `domain ${saved}`
      const own = ownPage(request, reply, site)
      const answers = answersIn(view.standing)
      return sendPage(
        reply,
        <DomainAssessPage {...own} {...view} answers={answers} saved={words} />,
      )
    },
  )

  app.post<{ Params: Params }>('/passport/assess/domain/:domain/:level', async (request, reply) => {
    const person = signedIn(request)
    const { ref, ...view } = await readDomainPlace(person, request.params)
    const { domain, sections } = view.standing
    const codes = sections.flatMap(({ standings }) => standings.map(codeOf))
    const form = selfAssessForm(request.body, codes)
    if (!form.ok) {
      const again = { ...view, answers: form.entered.answers, errors: form.errors }
      const page = <DomainAssessPage {...ownPage(request, reply, site)} {...again} />
      return sendPage(reply, page, 422)
    }
    const { answers } = form.value
    await assessSelf(db, person, { edition: ref, place: `domain ${domain.number}`, answers })
    const { level } = view.summary
    const next = nextDomainToAnswer(view.summary, domain.number)?.domain.number
    return reply.redirect(
      next === undefined
        ? `${paths.selfAssessLevel(level)}?domain=${domain.number}`
        : `${paths.selfAssessDomain(next, level)}?saved=${domain.number}`,
      303,
    )
  })
}

function codeOf({ statement }: Standing): string {
  return statement.code
}

function answersIn({ sections }: DomainStanding): ReadonlyMap<string, Answer> {
  const standings = sections.flatMap(({ standings }) => standings)
  return new Map(
    standings.flatMap((standing): [string, Answer][] =>
      standing.answer === undefined ? [] : [[codeOf(standing), standing.answer.answer]],
    ),
  )
}

function readDomain(
  { domains }: PassportSummary,
  number: string | undefined,
): DomainStanding | undefined {
  return domains.find(({ domain }) => String(domain.number) === number)
}

function isUntouched({ counts, total }: PassportSummary): boolean {
  return counts['no-answer'] === total
}

/** Throws NotFound. */
function levelOf({ level }: Params) {
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
    readonly edition: StoredEdition['edition']
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

async function readLevelSummary(
  db: Transaction,
  {
    person,
    stored: { edition, ref },
    level,
    today,
  }: {
    readonly person: Person
    readonly stored: StoredEdition
    readonly level: ReturnType<typeof levelOf>
    readonly today: string
  },
) {
  const holderId = person.id
  const { profession } = await findOwnRole(db, holderId)
  const answers = await listAnswers(db, { holderId, edition: ref })
  const signings = (await listSigningsFor(db, { holderId })).filter(
    (signing) => signing.edition === ref,
  )
  return summarisePassport({ edition, level, profession, answers, signings, today })
}
