/** A draft beside the edition it began from, and the fates that stewards decide. Not found for others. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { findNames } from '../../accounts/accounts-store.ts'
import { asActor } from '../../database/as-actor.ts'
import { NotFound } from '../../errors.ts'
import { addYears, dayOf } from '../../language/days.ts'
import { paths } from '../../paths.ts'
import { idOf, ownPage, type Params } from '../../web/own-page.ts'
import { type FieldError, partsOfDay, textField } from '../../web/posted-form.ts'
import { sendPage, wantsJson } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { isOpenDraft } from '../authoring/model/draft.ts'
import { addressPassage } from './model/address-passage.ts'
import { compareEditions } from './model/compare-editions.ts'
import { listCandidates } from './model/list-candidates.ts'
import { maySteward } from './model/may-steward.ts'
import { showChange } from './model/show-comparison.ts'
import { DecideFatePage } from './pages/decide-fate-page.tsx'
import { DraftChangesPage } from './pages/draft-changes-page.tsx'
import { DraftSuccessionPage } from './pages/draft-succession-page.tsx'
import {
  type DraftSuccession,
  earliestReconfirmDay,
  getDraftAndBase,
  readDraftSuccession,
  reconfirmDay,
} from './read-draft-succession.ts'
import { acceptPlainFates, chooseReconfirmBy, decideFate, textsSeen } from './versions-actions.ts'
import { changesForm, enteredFate, fateForm, reconfirmByForm, seenField } from './versions-forms.ts'
import { viewComparison } from './view-comparison.ts'
import { sendWordFile } from './word/send-word-file.ts'
import { writeChanges } from './word/write-changes.ts'

type Request = FastifyRequest<{ Params: Params }>
type Entered = ReturnType<typeof enteredFate>

const overtaken =
  'Somebody decided on this, or changed the draft, since you opened the page. Look at it again, then send your decision.'

export function draftVersionsRoutes(app: FastifyInstance, site: Site): void {
  const { db, now } = site

  function readBoth(request: Request) {
    return asActor(db, signedIn(request), (db) => getDraftAndBase(db, draftOf(request)))
  }

  function readFates(request: Request): Promise<DraftSuccession> {
    return asActor(db, signedIn(request), (db) => readDraftSuccession(db, draftOf(request)))
  }

  app.get<{ Params: Params }>(paths.draftChanges(':draft'), async (request, reply) => {
    const { draft, base, later } = await readBoth(request)
    const comparison = compareEditions(base.edition, later)
    if (wantsJson(request)) {
      return {
        from: base.ref,
        draft: draft.id,
        changes: comparison.changes.map((one) => showChange(one)),
      }
    }
    const view = viewComparison(comparison, [base.edition, later], changesForm(request.query))
    return sendPage(
      reply,
      <DraftChangesPage
        {...ownPage(request, reply, site)}
        {...{ draft, base, ...view, reasons: new Map() }}
        addressBefore={(passage) => addressPassage(base.ref, passage)}
        addressAfter={() => undefined}
        addresses={{
          chosen: (chosen) => paths.draftChanges(draft.id, chosen),
          word: paths.draftChangesInWord(draft.id),
        }}
      />,
    )
  })

  app.get<{ Params: Params }>(paths.draftChangesInWord(':draft'), async (request, reply) => {
    const { draft, base, later } = await readBoth(request)
    const comparison = compareEditions(base.edition, later)
    const file = await writeChanges({ editions: [base.edition, later], comparison })
    reply.header('cache-control', 'no-store')
    return sendWordFile(reply, file, `${draft.slug}-draft-${draft.version}-changes`)
  })

  app.get<{ Params: Params }>(paths.draftSuccession(':draft'), async (request, reply) =>
    sendOverview(request, reply, await readFates(request)),
  )

  function sendOverview(
    request: Request,
    reply: FastifyReply,
    read: DraftSuccession,
    form?: { readonly errors: readonly FieldError[]; readonly day?: ReturnType<typeof partsOfDay> },
    status = 422,
  ): FastifyReply {
    const day = form?.day ?? partsOfDay(reconfirmDay(dayOf(now()), read.chosenDay))
    const done = textField(request.query, 'done')
    const mayDecide = isDecider(request, read)
    const view = { read, day, done, mayDecide, errors: form?.errors }
    const page = <DraftSuccessionPage {...ownPage(request, reply, site)} {...view} />
    return sendPage(reply, page, form === undefined ? 200 : status)
  }

  app.post<{ Params: Params }>(paths.acceptPlainFates(':draft'), async (request, reply) => {
    const person = signedIn(request)
    const draft = draftOf(request)
    const seen = textField(request.body, 'seen')
    if ((await acceptPlainFates(db, person, { draft, seen })) === 'accepted') {
      return reply.redirect(paths.draftSuccession(draft, 'accepted'), 303)
    }
    const errors = [
      { field: 'accept', message: 'This list changed. Read it again, then accept it.' },
    ]
    return sendOverview(request, reply, await readFates(request), { errors }, 409)
  })

  app.post<{ Params: Params }>(paths.draftReconfirmBy(':draft'), async (request, reply) => {
    const person = signedIn(request)
    const draft = draftOf(request)
    const today = dayOf(now())
    const form = reconfirmByForm(request.body, {
      ...{ earliest: earliestReconfirmDay(today), latest: addYears(today, 5) },
    })
    if (!form.ok) {
      const { errors, entered: day } = form
      return sendOverview(request, reply, await readFates(request), { errors, day })
    }
    await chooseReconfirmBy(db, person, { draft, day: form.value })
    return reply.redirect(paths.draftSuccession(draft, 'day'), 303)
  })

  app.get<{ Params: Params }>(paths.draftFate(':draft', ':code'), async (request, reply) => {
    const read = await readFates(request)
    const { decision, proposal } = fateOf(read, request)
    return sendFate(request, reply, read, { entered: enteredFate(decision ?? { to: proposal.to }) })
  })

  async function sendFate(
    request: Request,
    reply: FastifyReply,
    read: DraftSuccession,
    form: { readonly entered: Entered; readonly errors?: readonly FieldError[] },
    status = 422,
  ): Promise<FastifyReply> {
    const fate = fateOf(read, request)
    const decider = fate.decision?.by
    const names = await asActor(db, signedIn(request), (db) =>
      findNames(db, decider === undefined ? [] : [decider]),
    )
    const view = {
      ...{ read, fate, ...form, candidates: listCandidates(fate, read.fates, read.later) },
      ...{ texts: textsSeen(read, fate.statement.code), mayDecide: isDecider(request, read) },
      day: reconfirmDay(dayOf(now()), read.chosenDay),
      decidedBy: decider === undefined ? undefined : names.get(decider),
      done: textField(request.query, 'done'),
    }
    const page = <DecideFatePage {...ownPage(request, reply, site)} {...view} />
    return sendPage(reply, page, form.errors === undefined ? 200 : status)
  }

  app.post<{ Params: Params }>(paths.draftFate(':draft', ':code'), async (request, reply) => {
    const read = await readFates(request)
    const { statement } = fateOf(read, request)
    if (!isDecider(request, read)) throw new NotFound('to decide on this draft')
    const editions = { earlier: read.base.edition, later: read.later }
    const form = fateForm(request.body, statement.code, editions)
    if (!form.ok) return sendFate(request, reply, read, form)
    const wanted = {
      ...{ draft: read.draft.id, line: form.value, seen: seenField(request.body) },
      texts: textField(request.body, 'texts'),
    }
    if ((await decideFate(db, signedIn(request), wanted)) === 'decided') {
      return reply.redirect(nextAddress(await readFates(request), statement.code), 303)
    }
    const errors = [{ field: 'fate', message: overtaken }]
    return sendFate(
      request,
      reply,
      await readFates(request),
      { entered: form.entered, errors },
      409,
    )
  })
}

function draftOf(request: Request): string {
  return idOf(request.params.draft)
}

function isDecider(request: Request, { draft }: DraftSuccession): boolean {
  return maySteward(request.actor, draft) && isOpenDraft(draft)
}

/** Throws NotFound. */
function fateOf(read: DraftSuccession, { params: { code } }: Request) {
  const fate = read.fates.find(({ statement }) => statement.code === code)
  if (fate === undefined) throw new NotFound(`statement ${code}`)
  return fate
}

/** The one that is to be decided after it, or the list where none is left. */
function nextAddress({ draft, fates }: DraftSuccession, code: string): string {
  const at = fates.findIndex(({ statement }) => statement.code === code)
  const rest = [...fates.slice(at + 1), ...fates.slice(0, at)]
  const next = rest.find(({ state, proposal }) => state !== 'decided' && !proposal.isPlain)
  if (next !== undefined) return paths.draftFate(draft.id, next.statement.code, code)
  return paths.draftSuccession(
    draft.id,
    fates.every((one) => one.state === 'decided') ? 'all' : code,
  )
}
