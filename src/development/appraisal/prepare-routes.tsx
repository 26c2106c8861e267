/** The worker's preparation, and the meeting that both write up. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { asActor } from '../../database/as-actor.ts'
import { NotFound } from '../../errors.ts'
import type { EditionShelf } from '../../frameworks/edition-shelf.ts'
import { addMonths, dayOf } from '../../language/days.ts'
import { dayInWords } from '../../language/plain-dates.ts'
import { ownEdition } from '../../passports/passports-edition.ts'
import { paths } from '../../paths.ts'
import { atFirstPart } from '../../ui/day-question.tsx'
import type { FieldFault } from '../../ui/own-layout.tsx'
import { idOf, ownPage, type Params } from '../../web/own-page.ts'
import { partsOfDay } from '../../web/posted-form.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { daysSeen, prepareAppraisal, writeMeeting } from './appraisal-actions.ts'
import { meetingForm, prepareForm } from './appraisal-forms.ts'
import { readOwnAppraisal } from './appraisal-routes.tsx'
import { findPreparation, listMeetingNotes } from './appraisal-store.ts'
import type { Appraisal } from './model/appraisal.ts'
import type { MeetingEntered, PrepareEntered } from './model/appraisal-entered.ts'
import { offerShown } from './offer-shown.ts'
import { MeetingPage } from './pages/meeting-page.tsx'
import { PreparePage } from './pages/prepare-page.tsx'

type Request = FastifyRequest<{ Params: Params }>

export function prepareRoutes(app: FastifyInstance, site: Site, shelf: EditionShelf): void {
  const { db, now } = site

  async function readPreparing(request: Request) {
    const person = signedIn(request)
    const stored = await ownEdition(shelf, person)
    return asActor(db, person, async (db) => {
      const { appraisal, side } = await readOwnAppraisal(db, person, idOf(request.params.id))
      if (side !== 'worker') throw new NotFound(`preparation of ${appraisal.id}`)
      const place = { appraisalId: appraisal.id, workerId: person.id }
      const preparation = await findPreparation(db, place)
      const offered = await offerShown(db, { holderId: person.id, stored, today: dayOf(now()) })
      const known = new Set(offered.map(({ key }) => key))
      // What was chosen earlier stays to be chosen.
      const before = preparation.shown.filter(({ key }) => !known.has(key))
      return { appraisal, preparation, offered: [...before, ...offered] }
    })
  }

  async function sendPreparing(
    request: Request,
    reply: FastifyReply,
    form?: {
      readonly entered: PrepareEntered
      readonly errors?: readonly FieldFault[]
      readonly overtaken?: boolean
    },
  ) {
    const { appraisal, preparation, offered } = await readPreparing(request)
    const { shown, version, ...texts } = preparation
    const fresh = { ...texts, shown: shown.map(({ key }) => key), version, findings: [] }
    const again = form?.overtaken ? { version } : {}
    const entered = form === undefined ? fresh : { ...form.entered, ...again }
    const view = { appraisal, offered, entered, errors: form?.errors, overtaken: form?.overtaken }
    const page = <PreparePage {...ownPage(request, reply, site)} {...view} />
    return sendPage(reply, page, form === undefined ? 200 : form.overtaken ? 409 : 422)
  }

  app.get<{ Params: Params }>(paths.prepareAppraisal(':id'), (request, reply) =>
    sendPreparing(request, reply),
  )

  app.post<{ Params: Params }>(paths.prepareAppraisal(':id'), async (request, reply) => {
    const { appraisal, offered } = await readPreparing(request)
    const form = prepareForm(request.body, offered)
    if (!form.ok) return sendPreparing(request, reply, form)
    const { id } = appraisal
    const saved = await prepareAppraisal(site, signedIn(request), { id, ...form.value })
    if (saved === 'overtaken') {
      return sendPreparing(request, reply, { entered: form.entered, overtaken: true })
    }
    return reply.redirect(paths.appraisal(id, form.value.share ? 'shown' : 'saved'), 303)
  })

  async function sendMeeting(
    request: Request,
    reply: FastifyReply,
    form?: {
      readonly entered: MeetingEntered
      readonly errors?: readonly FieldFault[]
      readonly overtaken?: boolean
    },
  ) {
    const person = signedIn(request)
    const { own, ...view } = await asActor(db, person, async (db) => {
      const of = await readOwnAppraisal(db, person, idOf(request.params.id))
      const notes = await listMeetingNotes(db, { appraisalId: of.appraisal.id })
      return { ...of, own: notes.find(({ authorId }) => authorId === person.id) }
    })
    const note = { talked: own?.words ?? '', version: own?.version ?? 0 }
    const fresh = freshMeeting(view.appraisal, note, dayOf(now()))
    const again = form?.overtaken ? { version: fresh.version, seen: fresh.seen } : {}
    const entered = form === undefined ? fresh : { ...form.entered, ...again }
    const overtaken = form?.overtaken ? meanwhile(view.appraisal, note.talked) : undefined
    const of = { entered, overtaken, errors: atFirstPart(form?.errors, ['meeting', 'review']) }
    const page = <MeetingPage {...ownPage(request, reply, site)} {...view} {...of} />
    return sendPage(reply, page, form === undefined ? 200 : form.overtaken ? 409 : 422)
  }

  app.get<{ Params: Params }>(paths.meetForAppraisal(':id'), (request, reply) =>
    sendMeeting(request, reply),
  )

  app.post<{ Params: Params }>(paths.meetForAppraisal(':id'), async (request, reply) => {
    const form = meetingForm(request.body, dayOf(now()))
    if (!form.ok) return sendMeeting(request, reply, form)
    const id = idOf(request.params.id)
    const saved = await writeMeeting(site, signedIn(request), { id, ...form.value })
    if (saved === 'overtaken') {
      return sendMeeting(request, reply, { entered: form.entered, overtaken: true })
    }
    return reply.redirect(paths.appraisal(id, 'met'), 303)
  })
}

function freshMeeting(
  appraisal: Appraisal,
  note: { readonly talked: string; readonly version: number },
  today: string,
): MeetingEntered {
  const { meetingOn, reviewOn } = appraisal
  return {
    meeting: meetingOn === undefined ? { day: '', month: '', year: '' } : partsOfDay(meetingOn),
    review: partsOfDay(reviewOn ?? addMonths(today, 6)),
    ...{ ...note, seen: daysSeen(appraisal), findings: [] },
  }
}

function meanwhile({ meetingOn, reviewOn }: Appraisal, talked: string): string {
  const days =
    meetingOn && reviewOn
      ? ` You meet on ${dayInWords(meetingOn)} and look again on ${dayInWords(reviewOn)}.`
      : ''
  const note = talked === '' ? '' : ` Your note says: “${talked}”`
  return `This was changed meanwhile, and nothing was saved here. Now it says:${days}${note} Save again if what stands below is right.`
}
