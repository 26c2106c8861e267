/** The stewards' pages: what needs doing, one organisation, and adding one. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { findNames } from '../../accounts/accounts-store.ts'
import type { Transaction } from '../../database/database.ts'
import { addDays, dayOf } from '../../language/days.ts'
import { paths } from '../../paths.ts'
import { ownPage } from '../../web/own-page.ts'
import { readId, textField } from '../../web/posted-form.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { listEvents } from '../events-store.ts'
import type { RegisterWords } from '../model/kinds.ts'
import { firstFreeSlug } from '../model/make-slug.ts'
import { readSearch } from '../model/register-search.ts'
import { daysBeforeRecheck } from '../model/verification.ts'
import { readOrganisation } from '../read-organisation.ts'
import { listNeverVerified, listOrganisations } from '../register-search-store.ts'
import { findSlugsLike } from '../register-store.ts'
import { getRequest, listOpenRequests } from '../requests/requests-store.ts'
import { listDueRechecks, listOpenProposals, listProposals } from '../verifications-store.ts'
import { readAsSteward } from './as-steward.ts'
import { listNamings, listWithoutManager, mayNameFirstManager } from './first-manager-store.ts'
import { type AddEntered, AddPage, type AddValue, CheckAddPage } from './pages/add-page.tsx'
import { StewardOrganisationPage } from './pages/steward-organisation-page.tsx'
import { StewardsPage } from './pages/stewards-page.tsx'
import { addOrganisation } from './register-actions.ts'
import { addForm } from './stewards-forms.ts'

type OfOrganisation = { Params: { readonly slug: string } }

const doneWords: Readonly<Record<string, string>> = {
  added: 'It is in the register. Two stewards can now verify it.',
  recorded: 'The register now says so.',
  confirmed: 'You have confirmed who it is. It can issue from today.',
  refused: 'You have refused. The first steward can read why.',
  'taken-back': 'Your proposal is taken back.',
  withdrawn: 'Its verification is withdrawn.',
  moved: 'Its area is recorded.',
  managed: 'It has a manager now, who can invite people and give permissions.',
}

export function stewardsRoutes(app: FastifyInstance, site: Site, words: RegisterWords): void {
  const { now } = site

  app.get(paths.stewardsOrganisations(), async (request, reply) => {
    const person = signedIn(request)
    const name = textField(request.query, 'name')
    const view = await readAsSteward(site.db, person, (db) => readWork(db, name))
    const own = ownPage(request, reply, site)
    return sendPage(reply, <StewardsPage {...own} {...view} {...{ name, person: person.id }} />)
  })

  async function readWork(db: Transaction, name: string) {
    const today = dayOf(now())
    const proposals = await listOpenProposals(db)
    const search = readSearch({ name }, words)
    return {
      proposals,
      requests: await listOpenRequests(db),
      due: await listDueRechecks(db, { from: today, until: addDays(today, daysBeforeRecheck) }),
      lapsed: await listDueRechecks(db, { from: '1900-01-01', until: addDays(today, -1) }),
      unmanaged: await listWithoutManager(db),
      neverVerified: await listNeverVerified(db),
      names: await findNames(
        db,
        proposals.flatMap(({ proposedBy }) => proposedBy ?? []),
      ),
      found: search.words.length === 0 ? [] : await listOrganisations(db, search),
    }
  }

  app.get<OfOrganisation>(paths.stewardsOrganisation(':slug'), async (request, reply) => {
    const person = signedIn(request)
    const { slug } = request.params
    const view = await readAsSteward(site.db, person, async (db) => {
      const proposals = await listProposals(db, slug)
      const namings = await listNamings(db, slug)
      const stewards = proposals.flatMap(({ proposedBy, answer }) => [
        proposedBy ?? [],
        answer?.answeredBy ?? [],
      ])
      return {
        ...(await readOrganisation(db, slug, dayOf(now()))),
        ...{ proposals, events: await listEvents(db, slug) },
        needsManager: await mayNameFirstManager(db, slug),
        namings,
        names: await findNames(db, [...stewards.flat(), ...namings.map(({ namedBy }) => namedBy)]),
      }
    })
    const done = doneWords[textField(request.query, 'done')]
    const own = ownPage(request, reply, site)
    return sendPage(reply, <StewardOrganisationPage {...own} {...view} {...{ words, done }} />)
  })

  app.get(paths.stewardsAddOrganisation(), async (request, reply) => {
    const person = signedIn(request)
    const form = addForm(request.query, { words, today: dayOf(now()) })
    if (textField(request.query, 'check') !== 'yes') {
      const entered = await readAsSteward(site.db, person, (db) => freshAdd(db, form.entered))
      const own = ownPage(request, reply, site)
      return sendPage(reply, <AddPage {...own} {...{ words, entered }} />)
    }
    if (!form.ok) return sendAddErrors(request, reply, form)
    const { value, alike } = await readAsSteward(site.db, person, async (db) => ({
      value: await freeSlug(db, form.value),
      alike: await listOrganisations(db, readSearch({ name: form.value.name }, words)),
    }))
    const address = `${site.config.baseUrl}${paths.organisation(value.slug)}`
    const check = { words, value, address, alike, entered: form.entered }
    return sendPage(reply, <CheckAddPage {...ownPage(request, reply, site)} {...check} />)
  })

  app.post(paths.stewardsAddOrganisation(), async (request, reply) => {
    const person = signedIn(request)
    const form = addForm(request.body, { words, today: dayOf(now()) })
    if (!form.ok) return sendAddErrors(request, reply, form)
    const added = await addOrganisation(site, person, form.value)
    const page = paths.stewardsOrganisation(form.value.slug)
    // Sent twice, it is there already.
    return reply.redirect(added ? `${page}?done=added` : page, 303)
  })

  /** What the person who asked has said already. */
  async function freshAdd(db: Transaction, entered: AddEntered): Promise<AddEntered> {
    const id = readId(entered.request)
    if (id === undefined || entered.name !== '') return entered
    const { wanted } = await getRequest(db, id)
    return { ...entered, ...wanted }
  }

  async function sendAddErrors(
    request: FastifyRequest,
    reply: FastifyReply,
    form: Extract<ReturnType<typeof addForm>, { ok: false }>,
  ) {
    await readAsSteward(site.db, signedIn(request), async () => {})
    const { entered, errors } = form
    const own = ownPage(request, reply, site)
    return sendPage(reply, <AddPage {...own} {...{ words, entered, errors }} />, 422)
  }
}

async function freeSlug(db: Transaction, value: AddValue): Promise<AddValue> {
  return { ...value, slug: firstFreeSlug(value.slug, await findSlugsLike(db, value.slug)) }
}
