/** A whole domain at a level, answered in one form. */
import type { FastifyInstance } from 'fastify'
import type { Person } from '../../actor.ts'
import { asActor } from '../../database/as-actor.ts'
import { NotFound } from '../../errors.ts'
import type { EditionShelf } from '../../frameworks/edition-shelf.ts'
import { dayOf } from '../../language/days.ts'
import { paths } from '../../paths.ts'
import { ownPage, type Params } from '../../web/own-page.ts'
import { sendPage, wantsJson } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import type { Answer } from '../model/answer.ts'
import { nextDomainToAnswer } from '../model/choose-next-step.ts'
import type { DomainStanding, Standing } from '../model/evaluate-passport.ts'
import { ownEdition } from '../passports-edition.ts'
import { selfAssessForm } from '../passports-forms.ts'
import { assessSelf } from './assess-self.ts'
import { DomainAssessPage } from './pages/domain-assess-page.tsx'
import { saveAsTyped } from './save-as-typed.ts'
import { levelOf, readDomain, readLevelEvaluation } from './self-assess-routes.tsx'

export function domainAssessRoutes(app: FastifyInstance, site: Site, shelf: EditionShelf): void {
  const { db, now } = site

  async function readDomainPlace(person: Person, params: Params) {
    const stored = await ownEdition(shelf, person)
    const level = levelOf(params)
    const evaluation = await asActor(db, person, (db) =>
      readLevelEvaluation(db, { person, stored, level, today: dayOf(now()) }),
    )
    const standing = readDomain(evaluation, params.domain)
    if (standing === undefined) throw new NotFound(`statements of domain ${params.domain}`)
    return { edition: stored.edition, ref: stored.ref, evaluation, standing }
  }

  app.get<{ Params: Params; Querystring: { saved?: string } }>(
    domainPath,
    async (request, reply) => {
      const view = await readDomainPlace(signedIn(request), request.params)
      const saved = readDomain(view.evaluation, request.query.saved)?.domain.number
      const words = saved === undefined ? undefined : `domain ${saved}`
      const own = ownPage(request, reply, site)
      const answers = answersIn(view.standing)
      return sendPage(
        reply,
        <DomainAssessPage {...own} {...view} answers={answers} saved={words} />,
      )
    },
  )

  app.post<{ Params: Params }>(domainPath, async (request, reply) => {
    const person = signedIn(request)
    const { ref, ...view } = await readDomainPlace(person, request.params)
    const { domain, sections } = view.standing
    const codes = sections.flatMap(({ standings }) => standings.map(codeOf))
    if (wantsJson(request)) {
      const at = { person, edition: ref, place: `domain ${domain.number}`, codes }
      return saveAsTyped(site, request, reply, at)
    }
    const form = selfAssessForm(request.body, codes)
    if (!form.ok) {
      const again = { ...view, answers: form.entered.answers, errors: form.errors }
      const page = <DomainAssessPage {...ownPage(request, reply, site)} {...again} />
      return sendPage(reply, page, 422)
    }
    const { answers } = form.value
    await assessSelf(db, person, { edition: ref, place: `domain ${domain.number}`, answers })
    const { level } = view.evaluation
    const next = nextDomainToAnswer(view.evaluation, domain.number)?.domain.number
    return reply.redirect(
      next === undefined
        ? `${paths.selfAssessLevel(level)}?domain=${domain.number}`
        : `${paths.selfAssessDomain(next, level)}?saved=${domain.number}`,
      303,
    )
  })
}

const domainPath = '/passport/assess/domain/:domain/:level'

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
