/** A paper certificate: written down, and shown to somebody where its holder works. */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { asActor } from '../../database/as-actor.ts'
import { NotFound } from '../../errors.ts'
import type { EditionShelf } from '../../frameworks/edition-shelf.ts'
import { dayOf } from '../../language/days.ts'
import { paths } from '../../paths.ts'
import { idOf, ownPage, type Params } from '../../web/own-page.ts'
import { type FieldError, readId, textField } from '../../web/posted-form.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { getEntry } from '../entries/entries-store.ts'
import { ownEdition } from '../passports-edition.ts'
import { certificateForm, freshCertificate } from './certificate-forms.ts'
import { askToLook, endRequest, fileCertificate, listEmployers } from './look-at-originals.ts'
import type { CertificateEntered } from './model/entered.ts'
import { mayBeLookedAt } from './model/original.ts'
import { AskOriginalPage, CertificatePage } from './pages/certificate-page.tsx'

const passportFull: FieldError = {
  field: 'title',
  message: 'Your passport is full. Take out an entry that you do not need first',
}

export function certificateRoutes(app: FastifyInstance, site: Site, shelf: EditionShelf): void {
  const { db, now } = site

  app.get(paths.bringCertificate(), (request, reply) =>
    sendForm(request, reply, { entered: freshCertificate }),
  )

  app.post(paths.bringCertificate(), async (request, reply) => {
    const person = signedIn(request)
    const employers = await readEmployers(request)
    const form = certificateForm(request.body, { today: dayOf(now()), employers })
    if (!form.ok) return sendForm(request, reply, form)
    const id = readId(textField(request.body, 'id')) ?? randomUUID()
    const { ref: edition } = await ownEdition(shelf, person)
    const filed = await fileCertificate(site, person, { id, said: form.value, edition })
    if (filed === 'too-many') {
      return sendForm(request, reply, { entered: form.entered, errors: [passportFull] })
    }
    return reply.redirect(paths.bring('kept'), 303)
  })

  async function sendForm(
    request: FastifyRequest,
    reply: FastifyReply,
    {
      entered,
      errors,
    }: {
      readonly entered: CertificateEntered
      readonly errors?: readonly FieldError[] | undefined
    },
  ) {
    const employers = await readEmployers(request)
    const page = { employers, entered, errors, entryId: randomUUID() }
    const status = errors === undefined ? 200 : 422
    return sendPage(reply, <CertificatePage {...ownPage(request, reply, site)} {...page} />, status)
  }

  function readEmployers(request: FastifyRequest) {
    const person = signedIn(request)
    const asked = { personId: person.id, today: dayOf(now()) }
    return asActor(db, person, (db) => listEmployers(db, asked))
  }

  app.get<{ Params: Params }>('/passport/bring/original/:id', async (request, reply) => {
    const person = signedIn(request)
    const entryId = idOf(request.params.id)
    const entry = await asActor(db, person, (db) =>
      getEntry(db, { id: entryId, holderId: person.id }),
    )
    if (!mayBeLookedAt(entry)) throw new NotFound(`an original of entry ${entryId}`)
    const employers = await readEmployers(request)
    const page = { entryId, title: entry.title, employers }
    return sendPage(reply, <AskOriginalPage {...ownPage(request, reply, site)} {...page} />)
  })

  app.post<{ Params: Params }>('/passport/bring/original/:id', async (request, reply) => {
    const entryId = idOf(request.params.id)
    const organisation = textField(request.body, 'organisation')
    await askToLook(site, signedIn(request), { entryId, organisation })
    return reply.redirect(paths.bring('asked'), 303)
  })

  app.post<{ Params: Params }>('/passport/bring/original/:id/end', async (request, reply) => {
    await endRequest(site, signedIn(request), idOf(request.params.id))
    return reply.redirect(paths.bring('ended'), 303)
  })
}
