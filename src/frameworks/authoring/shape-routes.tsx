/** What a draft is made of: add to it, move, take out, give another number. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { asActor } from '../../database/as-actor.ts'
import { Conflict, NotFound } from '../../errors.ts'
import { paths } from '../../paths.ts'
import { idOf, ownPage, type Params } from '../../web/own-page.ts'
import { type FieldError, textField } from '../../web/posted-form.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { addingTo, withAdded } from './add-forms.ts'
import * as changes from './model/change-things.ts'
import { type DraftThing, listOfThing } from './model/draft-thing.ts'
import type { Entered } from './model/entered-thing.ts'
import { isFixedKind } from './model/name-thing.ts'
import { AddThingPage } from './pages/add-thing-page.tsx'
import { RenumberPage } from './pages/renumber-page.tsx'
import { TakeOutPage } from './pages/take-out-page.tsx'
import { readOpenDraft, thingAsked } from './read-draft.ts'
import { reshapeDraft } from './shape-actions.ts'

type Request = FastifyRequest<{ Params: Params }>

export function shapeRoutes(app: FastifyInstance, site: Site): void {
  const { db } = site
  const readOpen = (request: Request) =>
    asActor(db, signedIn(request), (db) => readOpenDraft(db, request.params))

  app.get<{ Params: Params }>(paths.addToDraft(':draft'), (request, reply) =>
    sendAdd(request, reply),
  )

  async function sendAdd(
    request: Request,
    reply: FastifyReply,
    form?: { entered: Entered; errors: readonly FieldError[] },
  ) {
    const read = await readOpen(request)
    const to = textField(request.query, 'to')
    const { title, fields, back } = addingTo(read, to)
    const { entered = {}, errors } = form ?? {}
    const shown = { read, to, title, fields, back, entered, errors }
    const page = <AddThingPage {...ownPage(request, reply, site)} {...shown} />
    return sendPage(reply, page, form === undefined ? 200 : 422)
  }

  app.post<{ Params: Params }>(paths.addToDraft(':draft'), async (request, reply) => {
    const read = await readOpen(request)
    const adding = addingTo(read, textField(request.query, 'to'))
    const form = adding.read(request.body)
    if (!form.ok) return sendAdd(request, reply, form)
    const { id } = read.draft
    const outcome = await reshapeDraft(db, signedIn(request), id, (things) => {
      const added = form.value(things)
      const taken = things.some(({ thing }) => added.some((one) => one.thing === thing))
      return taken ? undefined : withAdded(things, added)
    })
    if (outcome === 'not-done') throw new Conflict('This is there already: look at the list again')
    return reply.redirect(paths.draftList(id, adding.back, 'added'), 303)
  })

  app.post<{ Params: Params }>(paths.moveInDraft(':draft'), async (request, reply) => {
    const draft = idOf(request.params.draft)
    const { thing } = thingAsked(request.body)
    const step = textField(request.body, 'way') === 'up' ? -1 : 1
    const at = Number(textField(request.body, 'at'))
    await reshapeDraft(db, signedIn(request), draft, (things) => {
      const held = things.find((one) => one.thing === thing)
      // Where it stood when the page was read: what was sent twice moves it once.
      return held?.position === at ? changes.moveThing(things, thing, step) : undefined
    })
    return reply.redirect(paths.draftList(draft, listOfThing(thing), 'moved'), 303)
  })

  app.get<{ Params: Params }>(paths.takeOutOfDraft(':draft'), async (request, reply) => {
    const { thing, kind } = thingAsked(request.query)
    const read = await readOpen(request)
    const held = read.things.find((one) => one.thing === thing)
    if (held === undefined || isFixedKind(kind)) throw new NotFound(thing)
    const below = read.things.filter((one) => changes.isWithin(one.thing, thing)).length - 1
    const levels = levelsOf(read.things, thing).length
    const view = { read, held, below, levels }
    return sendPage(reply, <TakeOutPage {...ownPage(request, reply, site)} {...view} />)
  })

  app.post<{ Params: Params }>(paths.takeOutOfDraft(':draft'), async (request, reply) => {
    const draft = idOf(request.params.draft)
    const { thing, kind } = thingAsked(request.query)
    if (isFixedKind(kind)) throw new NotFound(thing)
    const all = textField(request.body, 'which') === 'all'
    await reshapeDraft(db, signedIn(request), draft, (things) => {
      const levels = all ? levelsOf(things, thing) : []
      return changes.takeOutThings(things, levels.length > 0 ? levels : [thing])
    })
    return reply.redirect(paths.draftList(draft, listOfThing(thing), 'taken-out'), 303)
  })

  app.get<{ Params: Params }>(paths.renumberInDraft(':draft'), (request, reply) =>
    sendRenumber(request, reply, { to: '' }),
  )

  async function sendRenumber(
    request: Request,
    reply: FastifyReply,
    form: { to: string; errors?: readonly FieldError[] },
  ) {
    const { thing, kind } = thingAsked(request.query)
    const read = await readOpen(request)
    const held = read.things.find((one) => one.thing === thing)
    if (held === undefined || (kind !== 'section' && kind !== 'statement'))
      throw new NotFound(thing)
    const page = <RenumberPage {...ownPage(request, reply, site)} {...{ read, held, ...form }} />
    return sendPage(reply, page, form.errors === undefined ? 200 : 422)
  }

  app.post<{ Params: Params }>(paths.renumberInDraft(':draft'), async (request, reply) => {
    const { thing, kind } = thingAsked(request.query)
    const { draft, things } = await readOpen(request)
    if (kind !== 'section' && kind !== 'statement') throw new NotFound(thing)
    const to = textField(request.body, 'to')
    // Somebody did so already, or took it out.
    if (!isIn(things, thing)) return reply.redirect(paths.draft(draft.id), 303)
    const fault = faultOfPlace(things, thing, to)
    if (fault !== undefined) {
      return sendRenumber(request, reply, { to, errors: [{ field: 'to', message: fault }] })
    }
    const code = thing.split('/')[1] ?? ''
    await reshapeDraft(db, signedIn(request), draft.id, (now) => {
      if (!isIn(now, thing) || faultOfPlace(now, thing, to) !== undefined) return undefined
      return kind === 'section'
        ? changes.renumberSection(now, code, to)
        : changes.moveCapability(now, code, to)
    })
    return reply.redirect(paths.draftList(draft.id, `section/${to}`, 'renumbered'), 303)
  })
}

function isIn(things: readonly DraftThing[], thing: string): boolean {
  return things.some((one) => one.thing === thing)
}

/** All levels of a statement's capability; nothing for any other thing. */
function levelsOf(things: readonly DraftThing[], thing: string): string[] {
  const [kind, code = ''] = thing.split('/')
  return kind === 'statement' ? changes.capabilityOf(things, code).map(({ thing }) => thing) : []
}

/** Why it cannot go there. */
function faultOfPlace(
  things: readonly DraftThing[],
  thing: string,
  to: string,
): string | undefined {
  const has = (name: string) => isIn(things, name)
  if (thing.startsWith('statement/')) {
    if (!has(`section/${to}`)) return 'Select the section that it moves to'
    return listOfThing(thing) === `section/${to}`
      ? 'It stands there already. Select another section'
      : undefined
  }
  if (!/^[1-9]\d{0,2}\.[1-9]\d{0,2}$/.test(to)) return 'Enter a number such as 7.4'
  if (has(`section/${to}`)) return `There is a section ${to} already. Enter another number`
  return has(listOfThing(`section/${to}`))
    ? undefined
    : `There is no domain ${to.split('.')[0]}. Enter another number`
}
