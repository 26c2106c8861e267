/** Where an organisation writes what it adds. Not found for anybody who does not write for it. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Person } from '../../actor.ts'
import { asActor } from '../../database/as-actor.ts'
import { NotFound } from '../../errors.ts'
import { findOrganisationNames } from '../../organisations/register-search-store.ts'
import { paths } from '../../paths.ts'
import { idOf, ownPage, type Params } from '../../web/own-page.ts'
import { type FieldError, textField } from '../../web/posted-form.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { requireStepUp } from '../../web/step-up.ts'
import type { EditionShelf } from '../edition-shelf.ts'
import { chooseEdition } from '../model/choose-edition.ts'
import { findSection } from '../model/look-up.ts'
import {
  type CellEdit,
  cellField,
  type DetailsEntered,
  type StatementEntered,
} from './model/entered.ts'
import { listConflicts } from './model/list-conflicts.ts'
import { listPlaces, sectionOfPlace } from './model/list-places.ts'
import { capabilityCode, nextNumber, overlayCode } from './model/overlay.ts'
import { listOverlayVersions } from './overlay-versions-store.ts'
import {
  addOverlayColumn,
  addOverlayStatement,
  beginOverlay,
  moveOverlay,
  publishOverlay,
  removeOverlayColumn,
  removeOverlayStatement,
  setOverlayCells,
  setOverlayStatement,
  withdrawOverlay,
} from './overlays-actions.ts'
import {
  beginForm,
  cellsForm,
  columnForm,
  reasonForm,
  type StatementValue,
  statementForm,
} from './overlays-forms.ts'
import { getOverlay, listOverlays, type WrittenOverlay } from './overlays-store.ts'
import { BeginOverlayPage } from './pages/begin-overlay-page.tsx'
import { OverlayPage } from './pages/overlay-page.tsx'
import { OverlaySectionPage } from './pages/overlay-section-page.tsx'
import { OverlayStatementPage } from './pages/overlay-statement-page.tsx'
import { OwnOverlaysPage } from './pages/own-overlays-page.tsx'
import { fitterTo } from './read-fit.ts'

type Request = FastifyRequest<{ Params: Params }>
type Faults = readonly FieldError[] | undefined

export function writingOverlaysRoutes(app: FastifyInstance, site: Site, shelf: EditionShelf): void {
  const { db, now } = site

  app.get(paths.ownOverlays(), async (request, reply) => {
    const person = signedIn(request)
    const organisations = writesFor(person)
    const overlays = await asActor(db, person, (db) => listOverlays(db, { organisations }))
    return sendPage(reply, <OwnOverlaysPage {...ownPage(request, reply, site)} {...{ overlays }} />)
  })

  app.get(paths.beginOverlay(), (request, reply) => sendBegin(request, reply, { entered: {} }))

  app.post(paths.beginOverlay(), async (request, reply) => {
    const person = signedIn(request)
    const editions = (await listCores()).map(({ ref }) => ref)
    const form = beginForm(request.body, { organisations: writesFor(person), editions })
    if (!form.ok) return sendBegin(request, reply, form)
    const id = await beginOverlay(db, person, form.value)
    return reply.redirect(paths.overlay(id, 'begun'), 303)
  })

  async function listCores() {
    const listed = (await shelf.list()).filter(({ status }) => status === 'published')
    const stored = await Promise.all(listed.map(({ ref }) => shelf.get(ref)))
    return stored.filter(({ edition }) => edition.skeleton === undefined)
  }

  async function sendBegin(
    request: FastifyRequest,
    reply: FastifyReply,
    form: { entered: Partial<DetailsEntered>; errors?: Faults },
  ) {
    const person = signedIn(request)
    const slugs = writesFor(person)
    const names = await asActor(db, person, (db) => findOrganisationNames(db, slugs))
    const organisations = slugs.map((slug) => ({ slug, name: names.get(slug) ?? slug }))
    const view = { ...form, organisations, editions: await listCores() }
    const page = <BeginOverlayPage {...ownPage(request, reply, site)} {...view} />
    return sendPage(reply, page, form.errors === undefined ? 200 : 422)
  }

  app.get<{ Params: Params }>(paths.overlay(':overlay'), (request, reply) =>
    sendOverlay(request, reply, {}),
  )

  async function sendOverlay(
    request: Request,
    reply: FastifyReply,
    form: { column?: string; reason?: string; errors?: Faults },
  ) {
    const overlay = idOf(request.params.overlay)
    const { held, versions } = await asActor(db, signedIn(request), async (db) => {
      const held = await writtenBy(request, getOverlay(db, { overlay }))
      return { held, versions: await listOverlayVersions(db, { overlay }) }
    })
    const core = await shelf.get(held.edition)
    const conflicts = listConflicts(
      { edition: core.edition, withdrawn: core.status === 'withdrawn' },
      [held],
    )
    const newer = await newerThan(held)
    const done = textField(request.query, 'done')
    const view = { ...form, held, versions, core, conflicts, newer, done }
    const page = <OverlayPage {...ownPage(request, reply, site)} {...view} />
    return sendPage(reply, page, form.errors === undefined ? 200 : 422)
  }

  /** The published edition of now, where it is another one than the overlay's. */
  async function newerThan(held: WrittenOverlay) {
    const ref = chooseEdition(await shelf.list(), held.edition.split('/')[0] ?? '')
    if (ref === undefined || ref === held.edition) return undefined
    const stored = await shelf.get(ref)
    const fitter = await fitterTo(db, shelf, held.edition, stored)
    return { stored, fitter, fit: fitter(held) }
  }

  app.post<{ Params: Params }>(paths.newerOverlay(':overlay'), async (request, reply) => {
    const held = await readOverlay(request)
    const newer = await newerThan(held)
    if (newer === undefined) throw new NotFound('no newer edition')
    await moveOverlay(db, signedIn(request), held.id, (now) =>
      now.edition === held.edition ? newer.fitter(now).content : now,
    )
    return reply.redirect(paths.overlay(held.id, 'moved'), 303)
  })

  function readOverlay(request: Request): Promise<WrittenOverlay> {
    const overlay = idOf(request.params.overlay)
    return asActor(db, signedIn(request), (db) => writtenBy(request, getOverlay(db, { overlay })))
  }

  app.post<{ Params: Params }>(paths.overlayColumns(':overlay'), async (request, reply) => {
    const { id } = await readOverlay(request)
    const form = columnForm(request.body)
    if (!form.ok) {
      return sendOverlay(request, reply, { column: form.entered.title, errors: form.errors })
    }
    await addOverlayColumn(db, signedIn(request), id, form.value)
    return reply.redirect(paths.overlay(id, 'column'), 303)
  })

  app.post<{ Params: Params }>(
    paths.removeOverlayColumn(':overlay', ':column'),
    async (request, reply) => {
      const overlay = idOf(request.params.overlay)
      const { column = '' } = request.params
      await removeOverlayColumn(db, signedIn(request), { overlay, column })
      return reply.redirect(paths.overlay(overlay, 'column-removed'), 303)
    },
  )

  app.get<{ Params: Params }>(paths.overlaySection(':overlay', ':section'), (request, reply) =>
    sendSection(request, reply, {}),
  )

  async function sendSection(
    request: Request,
    reply: FastifyReply,
    form: Partial<ReturnType<typeof cellsForm>> & { errors?: Faults; revised?: boolean },
  ) {
    const held = await readOverlay(request)
    const { edition } = await shelf.get(held.edition)
    const { section } = findSection(edition, request.params.section ?? '')
    const done = textField(request.query, 'done')
    const view = { ...form, held, edition, section, done }
    const page = <OverlaySectionPage {...ownPage(request, reply, site)} {...view} />
    return sendPage(reply, page, form.errors === undefined ? 200 : 422)
  }

  app.post<{ Params: Params }>(
    paths.overlaySection(':overlay', ':section'),
    async (request, reply) => {
      const held = await readOverlay(request)
      const { edition } = await shelf.get(held.edition)
      const { section } = findSection(edition, request.params.section ?? '')
      const form = cellsForm(request.body, { section, columns: held.columns })
      if (!form.ok) return sendSection(request, reply, form)
      const overtaken = await setOverlayCells(db, signedIn(request), held.id, form.value)
      if (overtaken.length > 0) {
        const errors = overtaken.map(asOvertaken)
        return sendSection(request, reply, { entered: form.entered, errors, revised: true })
      }
      return reply.redirect(paths.overlaySection(held.id, section.code, 'saved'), 303)
    },
  )

  app.get<{ Params: Params }>(paths.addOverlayStatement(':overlay', ':section'), (request, reply) =>
    sendStatement(request, reply, {}),
  )

  app.post<{ Params: Params }>(
    paths.addOverlayStatement(':overlay', ':section'),
    async (request, reply) => {
      const held = await readOverlay(request)
      const { edition } = await shelf.get(held.edition)
      const { code: section } = findSection(edition, request.params.section ?? '').section
      const places = listPlaces(edition, section).map(({ place }) => place)
      const form = statementForm(request.body, places)
      if (!form.ok) return sendStatement(request, reply, form)
      await addOverlayStatement(db, signedIn(request), held.id, (now) =>
        newStatement(now, section, form.value),
      )
      return reply.redirect(paths.overlaySection(held.id, section, 'added'), 303)
    },
  )

  app.get<{ Params: Params }>(paths.overlayStatement(':overlay', ':code'), (request, reply) =>
    sendStatement(request, reply, {}),
  )

  async function sendStatement(
    request: Request,
    reply: FastifyReply,
    form: { entered?: StatementEntered; errors?: Faults },
  ) {
    const held = await readOverlay(request)
    const { edition } = await shelf.get(held.edition)
    const { code } = request.params
    const statement = code === undefined ? undefined : statementOf(held, code)
    const section =
      statement === undefined
        ? findSection(edition, request.params.section ?? '').section.code
        : sectionOfPlace(statement.place)
    const view = { ...form, held, edition, section, statement }
    const page = <OverlayStatementPage {...ownPage(request, reply, site)} {...view} />
    return sendPage(reply, page, form.errors === undefined ? 200 : 422)
  }

  app.post<{ Params: Params }>(
    paths.overlayStatement(':overlay', ':code'),
    async (request, reply) => {
      const held = await readOverlay(request)
      const { edition } = await shelf.get(held.edition)
      const { code, level, place, text } = statementOf(held, request.params.code ?? '')
      const places = listPlaces(edition, sectionOfPlace(place)).map(({ place }) => place)
      const form = statementForm(request.body, places, level)
      if (!form.ok) return sendStatement(request, reply, form)
      const saved = await setOverlayStatement(db, signedIn(request), held.id, {
        ...form.value,
        code,
      })
      if (saved === 'overtaken') {
        const message = `Somebody changed it while you wrote. It says now: "${text}". Send again to put your words in its place.`
        return sendStatement(request, reply, { ...form, errors: [{ field: 'text', message }] })
      }
      const section = sectionOfPlace(form.value.place)
      return reply.redirect(paths.overlaySection(held.id, section, 'saved'), 303)
    },
  )

  app.post<{ Params: Params }>(
    paths.removeOverlayStatement(':overlay', ':code'),
    async (request, reply) => {
      const overlay = idOf(request.params.overlay)
      const { code = '' } = request.params
      await removeOverlayStatement(db, signedIn(request), { overlay, code })
      return reply.redirect(paths.overlay(overlay, 'removed'), 303)
    },
  )

  app.post<{ Params: Params }>(paths.publishOverlay(':overlay'), async (request, reply) => {
    const { id, statements, cells } = await readOverlay(request)
    const errors = checkPublish(request.body, statements.length + cells.length)
    if (errors.length > 0) return sendOverlay(request, reply, { errors })
    requireStepUp(request, now(), { page: paths.overlay(id) })
    await publishOverlay(db, signedIn(request), id)
    return reply.redirect(paths.overlay(id, 'published'), 303)
  })

  app.post<{ Params: Params }>(paths.withdrawOverlay(':overlay'), async (request, reply) => {
    const { id } = await readOverlay(request)
    const form = reasonForm(request.body)
    if (!form.ok) {
      return sendOverlay(request, reply, { reason: form.entered.reason, errors: form.errors })
    }
    requireStepUp(request, now(), { page: paths.overlay(id) })
    await withdrawOverlay(db, signedIn(request), { overlay: id, reason: form.value })
    return reply.redirect(paths.overlay(id, 'withdrawn'), 303)
  })
}

function checkPublish(body: unknown, added: number): readonly FieldError[] {
  if (added === 0) {
    const message = 'Nothing is added yet. Add a statement or fill in a column first'
    return [{ field: 'understood', message }]
  }
  if (textField(body, 'understood') === 'yes') return []
  return [{ field: 'understood', message: 'Select that you know that it cannot be changed' }]
}

/** The organisations (slugs) that somebody writes for. Throws NotFound for everybody else. */
function writesFor(person: Person): string[] {
  const held = person.permissions
    .filter(({ permission }) => permission === 'steward-framework')
    .map(({ organisation }) => organisation)
  if (held.length === 0) throw new NotFound('writes for no organisation')
  return held
}

/** Who began it and writes there no more does not find it. */
async function writtenBy(
  request: FastifyRequest,
  read: Promise<WrittenOverlay>,
): Promise<WrittenOverlay> {
  const held = await read
  if (!writesFor(signedIn(request)).includes(held.organisation)) {
    throw new NotFound('does not write this')
  }
  return held
}

/** Throws NotFound. */
function statementOf({ statements }: WrittenOverlay, code: string) {
  const found = statements.find((statement) => statement.code === code)
  if (found === undefined) throw new NotFound(`statement ${code}`)
  return found
}

/** Another level of one of their capabilities, or the first of a new one. */
function newStatement(held: WrittenOverlay, section: string, value: StatementValue) {
  const { revision: _, capability, ...words } = value
  const own = held.statements.find((statement) => capabilityCode(statement) === capability)
  const number =
    own === undefined
      ? nextNumber(held.statements, section)
      : Number(capabilityCode(own).split('.').at(-1))
  const code = overlayCode(held, { section, number, level: value.level })
  const shared = own?.capability ?? `${held.slug}-${section.replace('.', '-')}-${number}`
  return { ...words, code, capability: shared }
}

function asOvertaken({ column, statement }: CellEdit): FieldError {
  const message = `Somebody changed ${statement} while you wrote. Read what stands there now, and send again to put your words in its place`
  return { field: cellField(column, statement), message }
}
