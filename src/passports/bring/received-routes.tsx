/** A credential from elsewhere: bring it, read what became of it, look again, take it out. */
import type { FastifyInstance } from 'fastify'
import type { Person } from '../../actor.ts'
import { asActor } from '../../database/as-actor.ts'
import type { EditionShelf } from '../../frameworks/edition-shelf.ts'
import { findStatement } from '../../frameworks/model/look-up.ts'
import { paths } from '../../paths.ts'
import { idOf, ownPage, type Params } from '../../web/own-page.ts'
import { textField } from '../../web/posted-form.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { credentialForm } from './credential-forms.ts'
import type { Received } from './model/received.ts'
import { BringCredentialPage } from './pages/bring-credential-page.tsx'
import { ReceivedPage } from './pages/received-page.tsx'
import { fileCredentials, lookAgain, takeOutReceived } from './receive-credentials.ts'
import { getReceived } from './received-store.ts'

/** Each may ask somebody else's server: no more than a person would do by hand. */
const careful = { most: 20, minutes: 10 }

const doneWords: ReadonlyMap<string, string> = new Map([
  ['filed', 'We checked it and kept it. Read below what came of it.'],
  ['again', 'You brought this before. It is kept once.'],
  ['checked', 'It was checked again just now.'],
])

const tooMany = {
  field: 'file',
  message: 'You have 200 credentials from elsewhere, which is the most. Take one out first',
}

export function receivedRoutes(app: FastifyInstance, site: Site, shelf: EditionShelf): void {
  const { db } = site
  const looking = { site, shelf }

  app.get(paths.bringCredential(), (request, reply) =>
    sendPage(reply, <BringCredentialPage {...ownPage(request, reply, site)} pasted="" />),
  )

  app.post(
    paths.bringCredential(),
    { config: { upload: true, limit: careful } },
    async (request, reply) => {
      const person = signedIn(request)
      const form = credentialForm(request.body)
      const own = () => ownPage(request, reply, site)
      if (!form.ok) return sendPage(reply, <BringCredentialPage {...own()} {...form} />, 422)
      const filed = await fileCredentials(looking, person, form.documents)
      if (filed === 'too-many') {
        return sendPage(reply, <BringCredentialPage {...own()} pasted="" errors={[tooMany]} />, 422)
      }
      const [first = '', ...more] = filed.ids
      const done = filed.filed > 0 ? 'filed' : 'again'
      return reply.redirect(
        more.length > 0 ? paths.bring('kept') : paths.received(first, done),
        303,
      )
    },
  )

  app.get<{ Params: Params }>('/passport/bring/credential/:id', async (request, reply) => {
    const received = await read(signedIn(request), request.params)
    const done = doneWords.get(textField(request.query, 'done'))
    const view = { received, done, statements: await statementsOf(shelf, received) }
    return sendPage(reply, <ReceivedPage {...ownPage(request, reply, site)} {...view} />)
  })

  app.get<{ Params: Params }>('/passport/bring/credential/:id/file', async (request, reply) => {
    const { document } = await read(signedIn(request), request.params)
    const { type, name } = kindOf(document)
    return reply
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="${name}"`)
      .type(type)
      .send(document)
  })

  app.post<{ Params: Params }>(
    '/passport/bring/credential/:id/check',
    { config: { limit: careful } },
    async (request, reply) => {
      const id = idOf(request.params.id)
      await lookAgain(looking, signedIn(request), id)
      return reply.redirect(paths.received(id, 'checked'), 303)
    },
  )

  app.post<{ Params: Params }>(
    '/passport/bring/credential/:id/take-out',
    async (request, reply) => {
      await takeOutReceived(db, signedIn(request), idOf(request.params.id))
      return reply.redirect(paths.bring('taken-out'), 303)
    },
  )

  function read(person: Person, params: Params): Promise<Received> {
    const id = idOf(params.id)
    return asActor(db, person, (db) => getReceived(db, { id, holderId: person.id }))
  }
}

/** What is inside is handed out: the picture around it was not kept. */
function kindOf(document: string) {
  return document.startsWith('{')
    ? { type: 'application/vc', name: 'credential.json' }
    : { type: 'application/vc+jwt', name: 'credential.jwt' }
}

async function statementsOf(shelf: EditionShelf, { check }: Received) {
  const { edition: ref, codes } = check
  if (ref === undefined) return []
  const { edition } = await shelf.get(ref)
  return codes.flatMap((code) => {
    const text = findStatement(edition, code)?.statement.text
    return text === undefined ? [] : [{ code, text, href: paths.statement(ref, code) }]
  })
}
