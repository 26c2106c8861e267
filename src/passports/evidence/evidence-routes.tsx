/** Evidence of an entry or of a statement: added, opened, taken out, by its holder alone. */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Person } from '../../actor.ts'
import { asActor } from '../../database/as-actor.ts'
import { NotFound } from '../../errors.ts'
import type { EditionShelf } from '../../frameworks/edition-shelf.ts'
import { statementsOf } from '../../frameworks/model/framework.ts'
import { paths } from '../../paths.ts'
import { idOf, ownPage, type Params } from '../../web/own-page.ts'
import { type FieldError, readId, textField } from '../../web/posted-form.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { getEntry } from '../entries/entries-store.ts'
import { ownEdition } from '../passports-edition.ts'
import { addEvidence, openEvidence, takeOutEvidence } from './evidence-actions.ts'
import { readGoodEvidence } from './evidence-content.ts'
import { noteForm, sentFile, titleForm, type WordsEntered } from './evidence-forms.ts'
import { getEvidence, listEvidence } from './evidence-store.ts'
import { type About, largestFile, refusalWords } from './model/evidence.ts'
import { goodEvidenceFor } from './model/good-evidence.ts'
import { AddEvidencePage } from './pages/add-evidence-page.tsx'
import { StatementEvidencePage } from './pages/statement-evidence-page.tsx'
import { TakeOutEvidencePage } from './pages/take-out-evidence-page.tsx'
import { type RenewedFile, renewFile } from './renew-file.ts'
import { sendEvidenceFile } from './send-evidence-file.ts'

type Asked = FastifyRequest<{ Params: Params }>
type What = 'file' | 'note'

interface Again {
  readonly entered: WordsEntered
  readonly errors?: readonly FieldError[] | undefined
  readonly id?: string | undefined
}

const nothing: WordsEntered = { texts: {}, findings: [] }

/** The file, and the fields and borders beside it. */
const uploadLimit = largestFile + 100_000

export function evidenceRoutes(app: FastifyInstance, site: Site, shelf: EditionShelf): void {
  const { db, config, keyEncryptionKey } = site
  const known = readGoodEvidence()

  app.get<{ Params: Params; Querystring: { done?: string } }>(
    '/passport/evidence/for/:about',
    async (request, reply) => {
      const person = signedIn(request)
      const place = await readAbout(person, request.params)
      if (place.statement === undefined) return reply.redirect(paths.ownEntry(place.key), 303)
      const { statement, edition } = place
      const evidence = await asActor(db, person, (db) =>
        listEvidence(db, { holderId: person.id, code: statement.code }),
      )
      const view = { statement, edition, evidence, done: request.query.done }
      const good = goodEvidenceFor([statement], known)
      const own = ownPage(request, reply, site)
      return sendPage(reply, <StatementEvidencePage {...own} {...view} good={good} />)
    },
  )

  for (const what of ['file', 'note'] as const) {
    app.get<{ Params: Params }>(`/passport/evidence/for/:about/${what}`, (request, reply) =>
      sendAdd(request, reply, what, { entered: nothing }),
    )
  }

  app.post<{ Params: Params }>('/passport/evidence/for/:about/note', async (request, reply) => {
    const form = await readWords(request, 'note')
    if (!form.ok) return sendAdd(request, reply, 'note', form)
    return keep(request, reply, { ...form, words: form.value })
  })

  app.post<{ Params: Params }>(
    '/passport/evidence/for/:about/file',
    { config: { upload: true, uploadLimit, limit: { most: 30, minutes: 10 } } },
    async (request, reply) => {
      const form = await readWords(request, 'file')
      if (!form.ok) return sendAdd(request, reply, 'file', form)
      const sender = signedIn(request).id
      const { clamdSocket } = config
      const file = await renewFile(sentFile(request.body), { clamdSocket, sender })
      if (!('refused' in file)) return keep(request, reply, { ...form, words: form.value, file })
      const message = refusalWords[file.refused]
      return sendAdd(request, reply, 'file', { ...form, errors: [{ field: 'file', message }] })
    },
  )

  app.get<{ Params: Params }>('/passport/evidence/:id/file', async (request, reply) => {
    const person = signedIn(request)
    const which = { id: idOf(request.params.id), holderId: person.id }
    const opened = await asActor(db, person, (db) => openEvidence(db, keyEncryptionKey, which))
    return sendEvidenceFile(reply, opened)
  })

  app.get<{ Params: Params }>('/passport/evidence/:id/take-out', async (request, reply) => {
    const person = signedIn(request)
    const which = { id: idOf(request.params.id), holderId: person.id }
    const evidence = await asActor(db, person, (db) => getEvidence(db, which))
    const own = ownPage(request, reply, site)
    return sendPage(reply, <TakeOutEvidencePage {...own} evidence={evidence} />)
  })

  app.post<{ Params: Params }>('/passport/evidence/:id/take-out', async (request, reply) => {
    const id = idOf(request.params.id)
    const { about } = await takeOutEvidence(db, signedIn(request), id)
    return reply.redirect(
      'entryId' in about
        ? paths.ownEntry(about.entryId)
        : paths.evidenceFor(about.code, 'taken-out'),
      303,
    )
  })

  async function readWords(request: Asked, what: What) {
    const { aboutCaring } = await readAbout(signedIn(request), request.params)
    const read = what === 'file' ? titleForm : noteForm
    const form = read(request.body, aboutCaring)
    return { ...form, id: readId(textField(request.body, 'id')) }
  }

  async function keep(
    request: Asked,
    reply: FastifyReply,
    {
      words,
      file,
      entered,
    }: {
      readonly words: string
      readonly file?: RenewedFile
      readonly entered: WordsEntered
    },
  ) {
    const person = signedIn(request)
    const { about, key } = await readAbout(person, request.params)
    const id = idOf(textField(request.body, 'id'))
    const kept = await addEvidence(site, person, { id, about, words, file })
    if (kept === 'kept') return reply.redirect(paths.evidenceFor(key, 'added'), 303)
    const message = 'You have no room for more evidence. Take out some that you do not need first'
    const again = { entered, errors: [{ field: file ? 'words' : 'did', message }] }
    return sendAdd(request, reply, file ? 'file' : 'note', again)
  }

  async function sendAdd(request: Asked, reply: FastifyReply, what: What, again: Again) {
    const place = await readAbout(signedIn(request), request.params)
    const { entered, errors, id = randomUUID() } = again
    const view = { what, about: place.key, title: place.title, entered, errors, id }
    const scanned = config.clamdSocket !== undefined
    const own = ownPage(request, reply, site)
    const page = <AddEvidencePage {...own} {...view} good={place.good} scanned={scanned} />
    return sendPage(reply, page, errors === undefined ? 200 : 422)
  }

  /** The entry or the statement that an address names. Throws NotFound, also for an entry of others. */
  async function readAbout(person: Person, { about: key = '' }: Params) {
    const { edition, ref } = await ownEdition(shelf, person)
    const id = readId(key)
    if (id === undefined) {
      const statement = statementsOf(edition).find(({ code }) => code === key)
      if (statement === undefined) throw new NotFound(`statement ${key}`)
      const about: About = { edition: ref, code: key }
      const good = goodEvidenceFor([statement], known)
      return { key, about, edition, statement, good, title: statement.text, aboutCaring: false }
    }
    const entry = await asActor(db, person, (db) => getEntry(db, { id, holderId: person.id }))
    const about: About = { entryId: id }
    const counted = statementsOf(edition).filter(({ code }) => entry.codes.includes(code))
    const aboutCaring = entry.kind === 'lived-experience'
    const { title } = entry
    return { key, about, edition, title, aboutCaring, good: goodEvidenceFor(counted, known) }
  }
}
