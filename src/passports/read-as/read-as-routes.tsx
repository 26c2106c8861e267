/** A holder sees their passport through another framework, and packs it for an education provider. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { asActor } from '../../database/as-actor.ts'
import { readPlaces } from '../../frameworks/crosswalks/crosswalks-content.ts'
import { listForeignEditions } from '../../frameworks/crosswalks/model/list-foreign-editions.ts'
import type { EditionShelf } from '../../frameworks/edition-shelf.ts'
import { dayOf } from '../../language/days.ts'
import { paths } from '../../paths.ts'
import { ownPage, type Params } from '../../web/own-page.ts'
import { textField } from '../../web/posted-form.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { ownEdition } from '../passports-edition.ts'
import { readLevel } from '../passports-forms.ts'
import { ChooseReadingPage } from './pages/choose-reading-page.tsx'
import { PriorLearningFormPage } from './pages/prior-learning-form-page.tsx'
import { PriorLearningPage } from './pages/prior-learning-page.tsx'
import { ReadAsPage } from './pages/read-as-page.tsx'
import { freshPack, type PackEntered, type PackValue, packForm } from './prior-learning-form.ts'
import {
  getBothEditions,
  type HeldPassport,
  readHeldPassport,
  readPassportAs,
} from './read-passport-as.ts'

/** What only its holder sees goes into no document for others; their own word only if they chose so. */
function ownWordIn({ answers, entries }: HeldPassport, parts: PackValue['parts']) {
  const shown = entries.filter((entry) => !entry.private)
  if (parts.includes('answers')) return { answers, entries: shown }
  const confirmed = shown.filter(({ confirmation }) => confirmation !== undefined)
  return { answers: new Map(), entries: confirmed }
}

export function readAsRoutes(app: FastifyInstance, site: Site, shelf: EditionShelf): void {
  const { db, config, now } = site
  const places = readPlaces()

  async function listFrameworks() {
    const stored = await Promise.all((await shelf.list()).map(({ ref }) => shelf.get(ref)))
    return listForeignEditions(stored)
  }

  app.get(paths.readAs(), async (request, reply) => {
    const { signings } = await readOwn(request)
    const view = { places, frameworks: await listFrameworks(), signed: signings.length > 0 }
    return sendPage(reply, <ChooseReadingPage {...ownPage(request, reply, site)} {...view} />)
  })

  app.get<{ Params: Params }>(
    paths.readAsFramework(':framework/:version'),
    async (request, reply) => {
      const person = signedIn(request)
      const { framework, version } = request.params
      const { own, to } = await getBothEditions(shelf, person, `${framework}/${version}`)
      const asked = readLevel(textField(request.query, 'level'))
      const view = await asActor(db, person, async (db) => {
        const held = await readHeldPassport(db, { holderId: person.id, own, today: dayOf(now()) })
        const level = asked ?? held.role.level ?? 'entry'
        return { held, ...(await readPassportAs(db, held, { to, level })) }
      })
      return sendPage(reply, <ReadAsPage {...ownPage(request, reply, site)} {...view} />)
    },
  )

  async function readOwn(request: FastifyRequest) {
    const person = signedIn(request)
    const own = await ownEdition(shelf, person)
    return asActor(db, person, (db) =>
      readHeldPassport(db, { holderId: person.id, own, today: dayOf(now()) }),
    )
  }

  app.get(paths.priorLearning(), async (request, reply) => {
    const { signings, role } = await readOwn(request)
    const entered = freshPack(request.query, { signings, level: role.level })
    return sendPackForm(request, reply, { entered })
  })

  app.post(paths.priorLearning(), async (request, reply) => {
    const frameworks = (await listFrameworks()).map(({ ref }) => ref)
    const { signings } = await readOwn(request)
    const offered = { frameworks, signings: signings.map(({ id }) => id) }
    const form = packForm(request.body, offered)
    return form.ok ? sendPack(request, reply, form.value) : sendPackForm(request, reply, form)
  })

  async function sendPack(request: FastifyRequest, reply: FastifyReply, chosen: PackValue) {
    const person = signedIn(request)
    const { own, to } = await getBothEditions(shelf, person, chosen.framework)
    const { level } = chosen
    const view = await asActor(db, person, async (db) => {
      const held = await readHeldPassport(db, { holderId: person.id, own, today: dayOf(now()) })
      const signings = held.signings.filter(({ id }) => chosen.signings.includes(id))
      const packed = { ...held, signings, ...ownWordIn(held, chosen.parts) }
      return { held: packed, ...(await readPassportAs(db, packed, { to, level })) }
    })
    const verifyAt = `${config.baseUrl}${paths.verify()}`
    const page = { ...ownPage(request, reply, site), ...view, parts: chosen.parts, verifyAt }
    return sendPage(reply, <PriorLearningPage {...page} />)
  }

  async function sendPackForm(
    request: FastifyRequest,
    reply: FastifyReply,
    form: {
      readonly entered: PackEntered
      readonly errors?: readonly { readonly field: string; readonly message: string }[]
    },
  ) {
    const { own, signings } = await readOwn(request)
    const today = dayOf(now())
    const frameworks = await listFrameworks()
    const view = { ...form, edition: own.edition, signings, today, frameworks }
    const page = <PriorLearningFormPage {...ownPage(request, reply, site)} {...view} />
    return sendPage(reply, page, form.errors === undefined ? 200 : 422)
  }
}
