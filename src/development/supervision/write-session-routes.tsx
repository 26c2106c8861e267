/** Writing a session up, and one's private reflection on it. */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { asActor } from '../../database/as-actor.ts'
import { dayOf } from '../../language/days.ts'
import { dayInWords } from '../../language/plain-dates.ts'
import { paths } from '../../paths.ts'
import { atFirstPart } from '../../ui/day-question.tsx'
import type { FieldFault } from '../../ui/own-layout.tsx'
import { idOf, ownPage, type Params } from '../../web/own-page.ts'
import { partsOfDay } from '../../web/posted-form.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { formatMinutes, type Note, type Session } from './model/session.ts'
import type { WordsEntered, WriteEntered } from './model/supervision-entered.ts'
import { ReflectionPage } from './pages/reflection-page.tsx'
import { WritePage } from './pages/write-page.tsx'
import { readOwnSession } from './session-routes.tsx'
import { findReflection, listNotes } from './sessions-store.ts'
import { reflectOnSession, seenOf, writeSession } from './supervision-actions/write-session.ts'
import { wordsForm, writeForm } from './supervision-forms.ts'

type Request = FastifyRequest<{ Params: Params }>

export function writeSessionRoutes(app: FastifyInstance, site: Site): void {
  const { db, now } = site

  async function readWriting(request: Request) {
    const person = signedIn(request)
    return asActor(db, person, async (db) => {
      const of = await readOwnSession(db, person, idOf(request.params.id))
      const notes = await listNotes(db, { sessionId: of.session.id })
      return { ...of, own: notes.find(({ authorId }) => authorId === person.id) }
    })
  }

  async function sendWriting(
    request: Request,
    reply: FastifyReply,
    form?: {
      readonly entered: WriteEntered
      readonly errors?: readonly FieldFault[]
      /** Somebody was first, with one of the two. */
      readonly first?: 'held' | 'note'
    },
  ) {
    const { own, ...view } = await readWriting(request)
    const fresh = freshWriting(view.session, own, dayOf(now()))
    const entered =
      form === undefined ? fresh : { ...form.entered, ...(form.first && fresher(fresh)) }
    const overtaken = form?.first && overtakenWords(form.first, view.session, own)
    const errors = atFirstPart(form?.errors, ['happened'])
    const of = { entered, overtaken, errors }
    const page = <WritePage {...ownPage(request, reply, site)} {...view} {...of} />
    return sendPage(reply, page, form === undefined ? 200 : form.first ? 409 : 422)
  }

  app.get<{ Params: Params }>(paths.writeSession(':id'), (request, reply) =>
    sendWriting(request, reply),
  )

  app.post<{ Params: Params }>(paths.writeSession(':id'), async (request, reply) => {
    const form = writeForm(request.body, dayOf(now()))
    if (!form.ok) return sendWriting(request, reply, form)
    const id = idOf(request.params.id)
    const written = await writeSession(site, signedIn(request), { id, ...form.value })
    if (written.outcome === 'overtaken') {
      return sendWriting(request, reply, { entered: form.entered, first: written.what })
    }
    return reply.redirect(paths.supervisionSession(id, 'written'), 303)
  })

  async function sendReflection(
    request: Request,
    reply: FastifyReply,
    form?: { readonly entered: WordsEntered; readonly errors: readonly FieldFault[] },
  ) {
    const person = signedIn(request)
    const { words, ...view } = await asActor(db, person, async (db) => {
      const of = await readOwnSession(db, person, idOf(request.params.id))
      const place = { sessionId: of.session.id, personId: person.id }
      return { ...of, words: (await findReflection(db, place)) ?? '' }
    })
    const entered = form?.entered ?? { id: randomUUID(), words, findings: [] }
    const of = { entered, errors: form?.errors }
    const page = <ReflectionPage {...ownPage(request, reply, site)} {...view} {...of} />
    return sendPage(reply, page, form === undefined ? 200 : 422)
  }

  app.get<{ Params: Params }>(paths.reflectOnSession(':id'), (request, reply) =>
    sendReflection(request, reply),
  )

  app.post<{ Params: Params }>(paths.reflectOnSession(':id'), async (request, reply) => {
    const form = wordsForm(request.body, { limit: 5000, blank: 'Enter your reflection' })
    if (!form.ok) return sendReflection(request, reply, form)
    const id = idOf(request.params.id)
    const { id: reflection, words } = form.value
    await reflectOnSession(site, signedIn(request), { id, reflection, words })
    return reply.redirect(paths.supervisionSession(id, 'reflection'), 303)
  })
}

/** As it is offered: what is there, or the day that was planned where that has come. */
function freshWriting(session: Session, own: Note | undefined, today: string): WriteEntered {
  const { happenedOn, plannedOn, minutes } = session
  const day = happenedOn ?? (plannedOn <= today ? plannedOn : undefined)
  return {
    ...{ happened: day === undefined ? { day: '', month: '', year: '' } : partsOfDay(day) },
    ...{ minutes: minutes === undefined ? '' : String(minutes), seen: seenOf(session) },
    ...{ note: own?.words ?? '', noteVersion: own?.version ?? 0, findings: [] },
  }
}

/** What the form must carry to be taken the next time. */
function fresher({ seen, noteVersion }: WriteEntered) {
  return { seen, noteVersion }
}

function overtakenWords(
  what: 'held' | 'note',
  { happenedOn, minutes }: Session,
  own: Note | undefined,
): string {
  if (what === 'note') {
    return `You changed your note somewhere else, and nothing was saved here. There it says: “${own?.words ?? ''}” Save again if what stands below is right.`
  }
  const held = `${dayInWords(happenedOn ?? '')}, ${formatMinutes(minutes ?? 0)}`
  return `The other one of you has written something else meanwhile: ${held}. Nothing was saved here. Save again if what stands below is right.`
}
