/** What is due for review, and asking for it in one tap. */
import type { FastifyInstance } from 'fastify'
import { listAssessors } from '../../accounts/accounts-store.ts'
import type { Person } from '../../actor.ts'
import { asActor } from '../../database/as-actor.ts'
import { Conflict, NotFound } from '../../errors.ts'
import type { EditionShelf, ShelvedEdition } from '../../frameworks/edition-shelf.ts'
import { sectionOf } from '../../frameworks/model/look-up.ts'
import { dayOf } from '../../language/days.ts'
import { paths } from '../../paths.ts'
import { idOf, ownPage, type Params } from '../../web/own-page.ts'
import { readId, textField } from '../../web/posted-form.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { withoutRefused } from '../assessing/judge-statements.ts'
import { editionAt, ownEdition, signingNames } from '../passports-edition.ts'
import { colleagueKey } from '../passports-forms.ts'
import { listOwnRequests } from '../sign-offs/requests-store.ts'
import { askForSignOff } from '../sign-offs/sign-offs-actions/ask-for-sign-off.ts'
import { listSigningsFor } from '../sign-offs/signings-store.ts'
import { listRenewals } from './model/list-renewals.ts'
import { RenewalsPage } from './pages/renewals-page.tsx'

export function renewalsRoutes(app: FastifyInstance, site: Site, shelf: EditionShelf): void {
  const { db, now } = site

  async function readRenewals(person: Person, by?: ShelvedEdition) {
    const stored = by ?? (await ownEdition(shelf, person))
    const nameOf = await signingNames(shelf)
    const { edition, ref } = stored
    const holderId = person.id
    const found = await asActor(db, person, async (db) => {
      const signings = await listSigningsFor(db, { holderId })
      const requests = await listOwnRequests(db, { holderId })
      const assessors = await listAssessors(db, holderId)
      const found = listRenewals(signings, requests, { ...stored, today: dayOf(now()) })
      const renewals = found.map((one) => ({ ...one, title: nameOf(one.signing) }))
      const colleagues = assessors.map((one) => ({ ...one, key: colleagueKey(one) }))
      return { renewals, colleagues, requests }
    })
    const renewals = []
    for (const renewal of found.renewals) {
      const whom = { holderId, edition, codes: renewal.codes, colleagues: found.colleagues }
      const may = await asActor(db, person, (db) => withoutRefused(db, whom))
      renewals.push({ ...renewal, colleagues: may.filter(({ mayNot }) => mayNot.length === 0) })
    }
    return { ...found, ref, renewals, today: dayOf(now()) }
  }

  /** What a colleague is asked, by the edition that their organisation works by. */
  async function readAsked(
    person: Person,
    asked: {
      readonly ref: string
      readonly renewal: Awaited<ReturnType<typeof readRenewals>>['renewals'][number]
      readonly colleague: { readonly key: string; readonly organisation: string }
    },
  ) {
    const { ref, renewal, colleague } = asked
    const theirs = await editionAt(shelf, colleague.organisation)
    if (theirs.ref === ref) return { edition: ref, codes: renewal.codes }
    const there = (await readRenewals(person, theirs)).renewals.find(
      ({ signing }) => signing.id === renewal.signing.id,
    )
    if (!there?.colleagues.some(({ key }) => key === colleague.key)) {
      throw new Conflict(
        `This colleague works by the ${theirs.edition.version} edition, by which they cannot renew this. Nothing was sent. Ask somebody else.`,
      )
    }
    return { edition: theirs.ref, codes: there.codes }
  }

  app.get<{ Querystring: { asked?: string } }>(paths.renewals(), async (request, reply) => {
    const { requests, ref: _, ...view } = await readRenewals(signedIn(request))
    const asked = requests.find(({ id }) => id === readId(request.query.asked))?.assessorName
    return sendPage(
      reply,
      <RenewalsPage {...ownPage(request, reply, site)} {...view} {...{ asked }} />,
    )
  })

  app.post<{ Params: Params }>('/passport/renew/:signing', async (request, reply) => {
    const person = signedIn(request)
    const id = idOf(request.params.signing)
    const { renewals, requests, ref, ...view } = await readRenewals(person)
    const renewal = renewals.find(({ signing }) => signing.id === id)
    if (renewal === undefined) throw new NotFound(`nothing to renew in ${id}`)
    const key = textField(request.body, 'colleague')
    const colleague = renewal.colleagues.find((one) => one.key === key)
    if (colleague === undefined) {
      const errors = [{ field: `colleague-${id}`, message: 'Select who to ask' }]
      const own = ownPage(request, reply, site)
      const page = <RenewalsPage {...own} {...view} {...{ renewals, errors }} />
      return sendPage(reply, page, 422)
    }
    const { signing } = renewal
    const { level } = signing
    const { edition, codes } = await readAsked(person, { ref, renewal, colleague })
    // In the words of now: its section may have moved.
    const section = sectionOf(codes[0] ?? signing.section)
    const result = await askForSignOff(db, person, {
      of: [{ assessor: colleague.id, organisation: colleague.organisation }],
      ...{ edition, section, level, codes, renews: id },
    })
    if (result.outcome === 'no-such-assessor') {
      throw new Conflict('This colleague can no longer sign off where you work. Nothing was sent.')
    }
    const asked = result.outcome === 'asked' ? result.id : result.request.id
    return reply.redirect(`${paths.renewals()}?asked=${asked}`, 303)
  })
}
