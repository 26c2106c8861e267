/** The text of a draft: its lists, each thing by itself, and the saving of one. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Person } from '../../actor.ts'
import { asActor } from '../../database/as-actor.ts'
import { NotFound } from '../../errors.ts'
import { plainTime } from '../../language/plain-dates.ts'
import { paths } from '../../paths.ts'
import { idOf, ownPage, type Params } from '../../web/own-page.ts'
import { type FieldError, textField } from '../../web/posted-form.ts'
import { sendPage, wantsJson } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { checkEdition } from '../model/check-edition.ts'
import { getThing } from './drafts-store.ts'
import { isWithin } from './model/change-things.ts'
import { kindOfThing, listOfThing } from './model/draft-thing.ts'
import { type Entered, enteredOf } from './model/entered-thing.ts'
import { kindInList } from './model/name-thing.ts'
import { ListPage } from './pages/list-page.tsx'
import { OvertakenPage } from './pages/overtaken-page.tsx'
import { SectionPage } from './pages/section-page.tsx'
import { ThingPage } from './pages/thing-page.tsx'
import { readDraft, thingAsked } from './read-draft.ts'
import { renamed, renameThing } from './rename-thing.ts'
import { type Overtaken, saveThing } from './save-thing.ts'
import { type ThingForm, thingForm } from './thing-forms.ts'

type Request = FastifyRequest<{ Params: Params }>

export function thingsRoutes(app: FastifyInstance, site: Site): void {
  const { db } = site

  app.get<{ Params: Params }>(paths.draftList(':draft'), async (request, reply) => {
    const person = signedIn(request)
    const read = await asActor(db, person, (db) => readDraft(db, request.params))
    const list = textField(request.query, 'of')
    const kind = kindInList(list)
    const holder = read.things.find(({ thing }) => thing === list)
    if (kind === undefined || (holder === undefined && list.includes('/'))) throw new NotFound(list)
    const own = { ...ownPage(request, reply, site), done: textField(request.query, 'done') }
    if (holder === undefined || kind !== 'statement') {
      return sendPage(reply, <ListPage {...own} {...{ read, list, kind }} />)
    }
    const findings = checkEdition(read.edition).filter(({ at }) => isWithin(at, holder.thing))
    return sendPage(reply, <SectionPage {...own} {...{ read, section: holder, findings }} />)
  })

  app.get<{ Params: Params }>(paths.draftThing(':draft'), (request, reply) =>
    sendThing(request, reply),
  )

  async function sendThing(
    request: Request,
    reply: FastifyReply,
    form?: { entered: Entered; errors: readonly FieldError[] },
  ) {
    const { thing, kind } = thingAsked(request.query)
    const read = await asActor(db, signedIn(request), (db) => readDraft(db, request.params))
    const held = read.things.find((one) => one.thing === thing)
    if (held === undefined) throw new NotFound(thing)
    const revision = form === undefined ? held.revision : revisionOf(request)
    const entered = form?.entered ?? enteredOf(kind, held.value)
    const view = { read, kind, held, revision, entered, errors: form?.errors }
    const own = { ...ownPage(request, reply, site), done: textField(request.query, 'done') }
    return sendPage(reply, <ThingPage {...own} {...view} />, form === undefined ? 200 : 422)
  }

  app.post<{ Params: Params }>(paths.draftThing(':draft'), async (request, reply) => {
    const person = signedIn(request)
    const { thing, kind } = thingAsked(request.query)
    const draft = idOf(request.params.draft)
    const held = await asActor(db, person, (db) => getThing(db, { draft, thing }))
    const form = thingForm(kind, request.body, held.value)
    if (!form.ok) return sendFaults(request, reply, form)
    const edit = { draft, thing, revision: revisionOf(request), value: form.value }
    const to = renamed(kind, thing, form.value)
    if (to !== undefined) {
      if (wantsJson(request)) return sendFaults(request, reply, withFault(form, pressSave))
      const outcome = await renameThing(db, person, { ...edit, to })
      if (outcome === 'taken') return sendFaults(request, reply, withFault(form, isTaken))
      if (outcome === 'done') return reply.redirect(paths.draftThing(draft, to, 'saved'), 303)
    }
    const saved = await saveThing(db, person, edit)
    if (saved.outcome === 'overtaken') return sendOvertaken(request, reply, person, saved)
    if (wantsJson(request)) return { revision: saved.revision }
    return reply.redirect(afterSaving(draft, thing), 303)
  })

  async function sendFaults(
    request: Request,
    reply: FastifyReply,
    form: ThingForm & { ok: false },
  ) {
    if (wantsJson(request)) return reply.code(422).send({ errors: form.errors })
    return sendThing(request, reply, form)
  }

  async function sendOvertaken(
    request: Request,
    reply: FastifyReply,
    person: Person,
    overtaken: Overtaken,
  ) {
    const { last } = overtaken
    if (wantsJson(request)) {
      const who = last?.by === person.id ? 'You' : 'Somebody else'
      return reply.code(409).send({ who, at: last && plainTime(last.at) })
    }
    const { kind } = thingAsked(request.query)
    const read = await asActor(db, person, (db) => readDraft(db, request.params))
    const view = { read, kind, overtaken, reader: person.id }
    return sendPage(reply, <OvertakenPage {...ownPage(request, reply, site)} {...view} />, 422)
  }
}

const pressSave = 'Press Save to change the term itself'
const isTaken = 'This term is there already. Enter another one'

function withFault(form: ThingForm, message: string): ThingForm & { ok: false } {
  const field = Object.keys(form.entered)[0] ?? ''
  return { ok: false, errors: [{ field, message }], entered: form.entered }
}

/** 0, which nothing has, where none was sent: its writer is shown what stands there. */
function revisionOf({ body }: Request): number {
  const sent = Number(textField(body, 'revision'))
  return Number.isSafeInteger(sent) ? sent : 0
}

function afterSaving(draft: string, thing: string): string {
  return kindOfThing(thing) === 'statement'
    ? paths.draftList(draft, listOfThing(thing), 'saved')
    : paths.draftThing(draft, thing, 'saved')
}
