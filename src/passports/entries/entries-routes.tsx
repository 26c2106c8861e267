/** What a holder puts in their passport themselves: added, seen, changed, counted, taken out. */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Person } from '../../actor.ts'
import { asActor } from '../../database/as-actor.ts'
import { NotFound } from '../../errors.ts'
import type { EditionShelf } from '../../frameworks/edition-shelf.ts'
import { dayOf } from '../../language/days.ts'
import { paths } from '../../paths.ts'
import { idOf, ownPage, type Params } from '../../web/own-page.ts'
import { chosenField, type FieldError, textField } from '../../web/posted-form.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { listEvidence } from '../evidence/evidence-store.ts'
import { type EntryKind, entryKinds } from '../model/entry.ts'
import { ownEdition } from '../passports-edition.ts'
import { findOwnRole } from '../passports-store.ts'
import { addEntry, changeEntry, countEntry, takeOutEntry } from './entries-actions.ts'
import { readCatalogue } from './entries-content.ts'
import { type EntryEntered, emptyForm, enteredOf, entryForm } from './entries-forms.ts'
import { getEntry, listEntries, listEntryVersions } from './entries-store.ts'
import { findSubject } from './model/catalogue.ts'
import { questionsOf } from './model/entry-questions.ts'
import {
  countedFromTheStart,
  statementsToCount,
  suggestStatements,
} from './model/suggest-statements.ts'
import { AddEntryPage } from './pages/add-entry-page.tsx'
import { CountEntryPage } from './pages/count-entry-page.tsx'
import { EntriesPage } from './pages/entries-page.tsx'
import { EntryFormPage } from './pages/entry-form-page.tsx'
import { OwnEntryPage } from './pages/own-entry-page.tsx'
import { TakeOutEntryPage } from './pages/take-out-entry-page.tsx'

interface Again {
  readonly entered: EntryEntered
  readonly errors?: readonly FieldError[] | undefined
  /** There is one like it: ask whether this is another. */
  readonly same?: boolean | undefined
  /** Of the form that is sent again. */
  readonly id?: string | undefined
  readonly status?: number | undefined
}

export function entriesRoutes(app: FastifyInstance, site: Site, shelf: EditionShelf): void {
  const { db, now } = site
  const catalogue = readCatalogue()

  app.get<{ Querystring: { done?: string } }>(paths.entries(), async (request, reply) => {
    const person = signedIn(request)
    const entries = await asActor(db, person, (db) => listEntries(db, { holderId: person.id }))
    const view = { entries, today: dayOf(now()), takenOut: request.query.done === 'taken-out' }
    return sendPage(reply, <EntriesPage {...ownPage(request, reply, site)} {...view} />)
  })

  app.get(paths.addEntry(), async (request, reply) => {
    signedIn(request)
    return sendPage(reply, <AddEntryPage {...ownPage(request, reply, site)} />)
  })

  app.get<{ Params: Params }>('/passport/entries/add/:kind', async (request, reply) => {
    signedIn(request)
    const kind = kindOf(request.params.kind)
    return sendAdd(request, reply, kind, { entered: emptyForm(kind) })
  })

  app.post<{ Params: Params }>('/passport/entries/add/:kind', async (request, reply) => {
    const person = signedIn(request)
    const kind = kindOf(request.params.kind)
    const { body } = request
    const id = idOf(textField(body, 'id'))
    const form = entryForm(body, { kind, catalogue, today: dayOf(now()) })
    if (!form.ok) return sendAdd(request, reply, kind, { ...form, id, status: 422 })
    const place = await readPlace(person)
    const codes = countedFromTheStart({ ...place, kind, supports: [] })
    const draft = { ...form.value, edition: place.ref, codes }
    const again = textField(body, 'again') === 'yes'
    const kept = await addEntry(db, person, { id, draft, again })
    if (kept !== 'kept') return sendAdd(request, reply, kind, { ...refused(form, kept), id })
    const whole = kind === 'lived-experience'
    return reply.redirect(whole ? paths.ownEntry(id, 'added') : paths.countEntry(id), 303)
  })

  function sendAdd(request: FastifyRequest, reply: FastifyReply, kind: EntryKind, again: Again) {
    const { entered, errors, same, id = randomUUID(), status = 200 } = again
    const view = { kind, questions: questionsOf(kind, catalogue), catalogue, entered, errors, same }
    const form = { action: paths.addEntry(kind), hidden: { id } }
    const own = ownPage(request, reply, site)
    return sendPage(reply, <EntryFormPage {...own} {...view} {...form} />, status)
  }

  app.get<{ Params: Params; Querystring: { done?: string } }>(
    '/passport/entries/:id',
    async (request, reply) => {
      const person = signedIn(request)
      const about = { id: idOf(request.params.id), holderId: person.id }
      const found = await asActor(db, person, async (db) => ({
        versions: await listEntryVersions(db, about),
        evidence: await listEvidence(db, { holderId: person.id, entryId: about.id }),
      }))
      const [entry] = found.versions
      if (entry === undefined) throw new NotFound(`entry ${about.id}`)
      const { edition } = await shelf.get(entry.edition)
      const { done } = request.query
      const view = { ...found, entry, edition, catalogue, done, today: dayOf(now()) }
      return sendPage(reply, <OwnEntryPage {...ownPage(request, reply, site)} {...view} />)
    },
  )

  app.get<{ Params: Params }>('/passport/entries/:id/change', async (request, reply) => {
    const entry = await readOwn(request)
    return sendChange(request, reply, entry, { entered: enteredOf(entry, catalogue) })
  })

  app.post<{ Params: Params }>('/passport/entries/:id/change', async (request, reply) => {
    const person = signedIn(request)
    const entry = await readOwn(request)
    const { id, kind } = entry
    const { body } = request
    const form = entryForm(body, { kind, catalogue, today: dayOf(now()) })
    if (!form.ok) return sendChange(request, reply, entry, { ...form, status: 422 })
    const version = Number(textField(body, 'version'))
    const again = textField(body, 'again') === 'yes'
    const changed = await changeEntry(db, person, { id, version, said: form.value, again })
    if (changed === 'changed') return reply.redirect(paths.ownEntry(id, 'changed'), 303)
    return sendChange(request, reply, entry, refused(form, changed))
  })

  async function sendChange(
    request: FastifyRequest,
    reply: FastifyReply,
    { id, kind, version }: Awaited<ReturnType<typeof readOwn>>,
    { entered, errors, same, status = 200 }: Again,
  ) {
    const view = { kind, questions: questionsOf(kind, catalogue), catalogue, entered, errors, same }
    const form = { id, action: paths.changeEntry(id), hidden: { version: String(version) } }
    const own = ownPage(request, reply, site)
    return sendPage(reply, <EntryFormPage {...own} {...view} {...form} />, status)
  }

  app.get<{ Params: Params }>('/passport/entries/:id/counts', async (request, reply) => {
    const view = await readCounting(request)
    return sendPage(reply, <CountEntryPage {...ownPage(request, reply, site)} {...view} />)
  })

  app.post<{ Params: Params }>('/passport/entries/:id/counts', async (request, reply) => {
    const { entry, ref, statements } = await readCounting(request)
    const offered = statements.map(({ code }) => code)
    const codes = chosenField(request.body, 'codes', offered)
    await countEntry(db, signedIn(request), { id: entry.id, edition: ref, codes })
    return reply.redirect(paths.ownEntry(entry.id, 'counted'), 303)
  })

  app.get<{ Params: Params }>('/passport/entries/:id/take-out', async (request, reply) => {
    const entry = await readOwn(request)
    return sendPage(reply, <TakeOutEntryPage {...ownPage(request, reply, site)} entry={entry} />)
  })

  app.post<{ Params: Params }>('/passport/entries/:id/take-out', async (request, reply) => {
    await takeOutEntry(db, signedIn(request), idOf(request.params.id))
    return reply.redirect(paths.entries('taken-out'), 303)
  })

  /** Throws NotFound for somebody else's. */
  async function readOwn(request: FastifyRequest<{ Params: Params }>) {
    const person = signedIn(request)
    const id = idOf(request.params.id)
    return asActor(db, person, (db) => getEntry(db, { id, holderId: person.id }))
  }

  async function readPlace(person: Person) {
    const { edition, ref } = await ownEdition(shelf, person)
    const role = await asActor(db, person, (db) => findOwnRole(db, person.id))
    return { edition, ref, level: role.level ?? 'entry', profession: role.profession } as const
  }

  async function readCounting(request: FastifyRequest<{ Params: Params }>) {
    const entry = await readOwn(request)
    const place = await readPlace(signedIn(request))
    const counted = entry.edition === place.ref ? entry.codes : []
    const supports = findSubject(catalogue, entry.facts.subject ?? '')?.supports ?? []
    const suggested = suggestStatements({ ...place, kind: entry.kind, supports })
    const statements = statementsToCount(place, counted)
    return { ...place, entry, counted, suggested, statements }
  }
}

/** Throws NotFound. */
function kindOf(written: string | undefined): EntryKind {
  const kind = entryKinds.find((kind) => kind === written)
  if (kind === undefined) throw new NotFound(`kind of entry ${written}`)
  return kind
}

const refusals = {
  same: { field: 'again', message: 'You have this already. Say if this is another one' },
  'too-many': {
    field: 'title',
    message: 'Your passport is full. Take out an entry that you do not need first',
  },
  overtaken: {
    field: 'overtaken',
    message: 'You changed this somewhere else. Look at it, then save again if you still want to',
  },
} as const

function refused(
  { entered }: { readonly entered: EntryEntered },
  why: keyof typeof refusals,
): Again {
  return {
    entered,
    errors: [refusals[why]],
    same: why === 'same',
    status: why === 'overtaken' ? 409 : 422,
  }
}
