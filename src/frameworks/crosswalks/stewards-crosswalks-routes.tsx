/** Where stewards decide and confirm, and owners approve. Not found for anybody else. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { findNames } from '../../accounts/accounts-store.ts'
import type { Person } from '../../actor.ts'
import { asActor } from '../../database/as-actor.ts'
import type { Transaction } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'
import { paths } from '../../paths.ts'
import { idOf, ownPage, type Params } from '../../web/own-page.ts'
import { type FieldError, textField } from '../../web/posted-form.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { requireStepUp } from '../../web/step-up.ts'
import type { EditionShelf } from '../edition-shelf.ts'
import { answerMapping, approveMapping } from './crosswalks-actions/answer-mapping.ts'
import { beginMapping, replaceMapping } from './crosswalks-actions/decide-mapping.ts'
import { mappingDutiesOf, stewardOfMappings } from './crosswalks-actions/mapping-duties.ts'
import {
  type AnswerEntered,
  enteredOf,
  type MappingEntered,
  mappingAnswerForm,
  mappingForm,
} from './crosswalks-forms.ts'
import { getMapping, listLine } from './crosswalks-store.ts'
import { listMappingsNow } from './list-mappings-now.ts'
import { chooseNewest } from './model/choose-standing.ts'
import { listForeignEditions } from './model/list-foreign-editions.ts'
import { mayApprove, mayConfirm, ownsFramework } from './model/may-answer.ts'
import { DecideMappingPage } from './pages/decide-mapping-page.tsx'
import { MappingPage } from './pages/mapping-page.tsx'
import { MappingWorkPage } from './pages/mapping-work-page.tsx'
import { getForeignEdition, getOwnEdition } from './read-crosswalk.ts'

type Request = FastifyRequest<{ Params: Params }>
type Faults = readonly FieldError[] | undefined

export function stewardsCrosswalksRoutes(
  app: FastifyInstance,
  site: Site,
  shelf: EditionShelf,
): void {
  const { db, now } = site
  const forConfirming = { yes: 'confirmed', no: 'refused' } as const
  const forApproving = { yes: 'approved', no: 'not-approved' } as const
  const nothing = { outcome: '', reason: '' }

  app.get(paths.stewardsCrosswalks(), async (request, reply) => {
    const person = signedIn(request)
    const own = await getOwnEdition(shelf)
    const read = await asActor(db, person, async (db) => {
      const duties = await mappingDutiesOf(db, person)
      const { own: decided, ...earlier } = await listMappingsNow(db, own)
      return { duties, newest: chooseNewest(decided), ...earlier }
    })
    const frameworks = await listForeign()
    const view = { ...read, frameworks, personId: person.id }
    return sendPage(reply, <MappingWorkPage {...ownPage(request, reply, site)} {...view} />)
  })

  async function listForeign() {
    const stored = await Promise.all((await shelf.list()).map(({ ref }) => shelf.get(ref)))
    return listForeignEditions(stored)
  }

  app.get(paths.beginMapping(), async (request, reply) => {
    const person = signedIn(request)
    await asActor(db, person, (db) => stewardOfMappings(db, person))
    const framework = textField(request.query, 'framework')
    const entered = enteredOf({ to: textField(request.query, 'code') })
    return sendBegin(request, reply, { framework, entered })
  })

  app.post(paths.beginMapping(), async (request, reply) => {
    const person = signedIn(request)
    await asActor(db, person, (db) => stewardOfMappings(db, person))
    const framework = textField(request.body, 'framework')
    const editions = await readEditions(framework)
    const form = mappingForm(request.body, editions.texts)
    if (!form.ok) {
      return sendBegin(request, reply, { framework, entered: form.entered, errors: form.errors })
    }
    const { from, to } = editions
    const words = { words: form.value, fromEdition: from.ref, toEdition: to.ref }
    const id = await beginMapping(db, person, words)
    return reply.redirect(paths.mapping(id, 'decided'), 303)
  })

  async function readEditions(framework: string) {
    const from = await getOwnEdition(shelf)
    const to = await getForeignEdition(shelf, framework)
    return { from, to, texts: { from: from.edition, to: to.edition } }
  }

  async function sendBegin(
    request: FastifyRequest,
    reply: FastifyReply,
    { framework, ...form }: { framework: string; entered: MappingEntered; errors?: Faults },
  ) {
    const { from, to } = await readEditions(framework)
    const action = paths.beginMapping()
    const view = { ...form, from, to, action, back: paths.stewardsCrosswalks() }
    const page = <DecideMappingPage {...ownPage(request, reply, site)} {...view} />
    return sendPage(reply, page, form.errors === undefined ? 200 : 422)
  }

  app.get<{ Params: Params }>(paths.replaceMapping(':mapping'), async (request, reply) => {
    const mapping = await readAsSteward(request)
    return sendReplace(request, reply, { entered: enteredOf(mapping) })
  })

  app.post<{ Params: Params }>(paths.replaceMapping(':mapping'), async (request, reply) => {
    const { id, fromEdition, toEdition, to } = await readAsSteward(request)
    const texts = {
      from: (await shelf.get(fromEdition)).edition,
      to: (await shelf.get(toEdition)).edition,
    }
    const form = mappingForm({ ...fieldsOf(request.body), to }, texts)
    if (!form.ok) return sendReplace(request, reply, { entered: form.entered, errors: form.errors })
    const made = await replaceMapping(db, signedIn(request), { id, words: form.value })
    return reply.redirect(paths.mapping(made, 'decided'), 303)
  })

  async function sendReplace(
    request: Request,
    reply: FastifyReply,
    form: { entered: MappingEntered; errors?: Faults },
  ) {
    const { id, fromEdition, toEdition } = await readAsSteward(request)
    const from = await shelf.get(fromEdition)
    const to = await getForeignEdition(shelf, toEdition)
    const action = paths.replaceMapping(id)
    const view = { ...form, from, to, action, back: paths.mapping(id), replaces: true }
    const page = <DecideMappingPage {...ownPage(request, reply, site)} {...view} />
    return sendPage(reply, page, form.errors === undefined ? 200 : 422)
  }

  function readAsSteward(request: Request) {
    const person = signedIn(request)
    return asActor(db, person, async (db) => {
      await stewardOfMappings(db, person)
      return getMapping(db, idOf(request.params.mapping))
    })
  }

  app.get<{ Params: Params }>(paths.mapping(':mapping'), (request, reply) =>
    sendMapping(request, reply, { entered: nothing }),
  )

  async function sendMapping(
    request: Request,
    reply: FastifyReply,
    form: { entered: AnswerEntered; errors?: Faults },
  ) {
    const person = signedIn(request)
    const read = await asActor(db, person, (db) => readMapping(db, person, request.params))
    const from = await shelf.get(read.mapping.fromEdition)
    const to = await getForeignEdition(shelf, read.mapping.toEdition)
    const owner = read.duties.owners.find((one) => ownsFramework(one, to.skeleton))
    const { mapping, isNewest } = read
    const may = {
      decide: read.duties.steward !== undefined && isNewest,
      confirm: read.duties.steward !== undefined && isNewest && mayConfirm(mapping, person.id),
      approve: owner !== undefined && isNewest && mayApprove(mapping, person.id),
    }
    const done = textField(request.query, 'done')
    const view = { ...read, ...form, from, to, may, done }
    const page = <MappingPage {...ownPage(request, reply, site)} {...view} />
    return sendPage(reply, page, form.errors === undefined ? 200 : 422)
  }

  app.post<{ Params: Params }>(paths.answerMapping(':mapping'), async (request, reply) => {
    const { id } = await readAsSteward(request)
    const form = mappingAnswerForm(request.body, forConfirming)
    if (!form.ok) return sendMapping(request, reply, form)
    requireStepUp(request, now(), { page: paths.mapping(id) })
    await answerMapping(db, signedIn(request), { id, ...form.value })
    return reply.redirect(paths.mapping(id, form.value.outcome), 303)
  })

  app.post<{ Params: Params }>(paths.approveMapping(':mapping'), async (request, reply) => {
    const person = signedIn(request)
    const id = idOf(request.params.mapping)
    const { owners, toEdition } = await asActor(db, person, async (db) => ({
      owners: (await mappingDutiesOf(db, person)).owners,
      toEdition: (await getMapping(db, id)).toEdition,
    }))
    const { skeleton } = await getForeignEdition(shelf, toEdition)
    if (!owners.some((one) => ownsFramework(one, skeleton))) throw new NotFound('approves none')
    const form = mappingAnswerForm(request.body, forApproving)
    if (!form.ok) return sendMapping(request, reply, form)
    requireStepUp(request, now(), { page: paths.mapping(id) })
    await approveMapping(db, person, { id, ...form.value })
    return reply.redirect(paths.mapping(id, form.value.outcome), 303)
  })
}

/** Throws NotFound. */
async function readMapping(db: Transaction, person: Person, { mapping: wanted }: Params) {
  const duties = await mappingDutiesOf(db, person)
  const mapping = await getMapping(db, idOf(wanted))
  const line = await listLine(db, mapping.line)
  const isNewest = chooseNewest(line).some(({ id }) => id === mapping.id)
  const people = line.flatMap(({ decided, answer, approval }) =>
    [decided?.by, answer?.by, approval?.by].filter((id) => id !== undefined),
  )
  return { duties, mapping, line, isNewest, names: await findNames(db, [...new Set(people)]) }
}

function fieldsOf(body: unknown): object {
  return typeof body === 'object' && body !== null ? body : {}
}
