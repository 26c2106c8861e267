/** What people share with an organisation, and what its people decide on it. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { asActor } from '../../database/as-actor.ts'
import { Conflict, NotFound } from '../../errors.ts'
import { dayOf } from '../../language/days.ts'
import { readKinds } from '../../organisations/kinds-content.ts'
import { readOrganisation } from '../../organisations/read-organisation.ts'
import { paths } from '../../paths.ts'
import type { FieldFault } from '../../ui/own-layout.tsx'
import { idOf, ownPage, type Params } from '../../web/own-page.ts'
import { chosenField, textField } from '../../web/posted-form.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { requireStepUp } from '../../web/step-up.ts'
import { listCounted } from './decisions-store.ts'
import { policyOn } from './model/acceptance-policy.ts'
import { latestDecisions, listStillToDo } from './model/recognition-decision.ts'
import type { DecisionEntered } from './model/recognition-entered.ts'
import { countRecognition } from './model/recognition-figures.ts'
import { suggestedField, suggestedWords } from './model/suggested-field.ts'
import { DecidePage } from './pages/decide-page.tsx'
import { ReceivedSetPage } from './pages/received-set-page.tsx'
import { RecognitionsPage } from './pages/recognitions-page.tsx'
import { StillToDoPage } from './pages/still-to-do-page.tsx'
import { listPolicies } from './policies-store.ts'
import { type JudgedItem, type ReceivedSet, readReceivedSet } from './read-set.ts'
import { decideOn, isLive } from './recognition-actions/decide.ts'
import { requireRecogniser } from './recognition-actions/may-recognise.ts'
import { readRecognitionContent } from './recognition-content.ts'
import { decisionForm } from './recognition-forms.ts'
import { listRecognitionSharesTo } from './shared-sets-store.ts'

type Request = FastifyRequest<{ Params: Params }>

export function receiveRoutes(app: FastifyInstance, site: Site): void {
  const { db, now } = site
  const words = readKinds()
  const content = readRecognitionContent()

  app.get<{ Params: Params }>(paths.recognitions(':slug'), async (request, reply) => {
    const person = signedIn(request)
    const { slug = '' } = request.params
    requireRecogniser(person, slug)
    const today = dayOf(now())
    const view = await asActor(db, person, async (db) => {
      const { name } = await readOrganisation(db, slug, today)
      const shares = await listRecognitionSharesTo(db, { organisation: slug })
      return { name, shares, counted: await listCounted(db, { organisation: slug }) }
    })
    const others = view.shares.filter(({ holderId }) => holderId !== person.id)
    const shares = others.map((share) => ({ ...share, live: isLive(share, today) }))
    const figures = countRecognition(view.counted, content.minutes)
    const { assumptions } = content
    const own = ownPage(request, reply, site)
    const props = { slug, name: view.name, shares, figures, assumptions }
    return sendPage(reply, <RecognitionsPage {...own} {...props} />)
  })

  async function readSet(request: Request) {
    const person = signedIn(request)
    const { slug = '', share } = request.params
    const set = await readReceivedSet(site, person, { organisation: slug, shareId: idOf(share) })
    return { person, slug, set }
  }

  app.get<{ Params: Params }>(paths.recognition(':slug', ':share'), async (request, reply) => {
    const { slug, set } = await readSet(request)
    const decided = textField(request.query, 'done') === 'decided'
    const view = { ...set, slug, decided, ready: readyItems(set) }
    return sendPage(reply, <ReceivedSetPage {...ownPage(request, reply, site)} {...view} />)
  })

  app.post<{ Params: Params }>(paths.recognition(':slug', ':share'), async (request, reply) => {
    const { person, slug, set } = await readSet(request)
    const stepUp = requireStepUp(request, now(), { page: paths.recognition(slug, set.share.id) })
    const ready = readyItems(set)
    const offered = ready.map(({ id }) => id)
    const chosen = chosenField(request.body, 'items', offered)
    const judged = ready.filter(({ id }) => chosen.includes(id))
    // What stood on the page and is no longer so: a decision, a withdrawal, the end of the set, or
    // another policy.
    if (
      chosen.length === 0 ||
      textItems(request.body).some((id) => !offered.includes(id)) ||
      judged.some((one) => textField(request.body, suggestedField(one)) !== suggestedWords(one))
    ) {
      throw new Conflict('Something has changed since you opened the page. Open it again.')
    }
    const decisions = judged.flatMap((one) => decideAsSuggested(one))
    await decideOn(site, person, {
      ...{ organisation: slug, shareId: set.share.id, decisions, policyId: set.policy?.id },
      stepUp,
    })
    return reply.redirect(`${paths.recognition(slug, set.share.id)}?done=decided`, 303)
  })

  async function sendItem(
    request: Request,
    reply: FastifyReply,
    form?: { readonly entered: DecisionEntered; readonly errors: readonly FieldFault[] },
  ) {
    const { slug, set } = await readSet(request)
    const judged = itemOf(set, request.params.item)
    const decisions = set.decisions.filter(({ itemId }) => itemId === judged.id)
    const topUp = judged.suggestion.topUp ?? ''
    const entered = form?.entered ?? {
      ...{ outcome: '', topUp, reason: '', words: '', findings: [] },
      sequence: String(decisions.length),
    }
    const { share, replies, topUps } = set
    const view = { slug, share, replies, topUps, judged, decisions, words, entered }
    const own = ownPage(request, reply, site)
    const page = <DecidePage {...own} {...view} errors={form?.errors} />
    return sendPage(reply, page, form === undefined ? 200 : 422)
  }

  const ofItem = paths.recogniseItem(':slug', ':share', ':item')
  // Asked before anything is typed, so that no words are lost on the way.
  app.get<{ Params: Params }>(ofItem, (request, reply) => {
    requireRecogniser(signedIn(request), request.params.slug ?? '')
    requireStepUp(request, now())
    return sendItem(request, reply)
  })

  app.post<{ Params: Params }>(ofItem, async (request, reply) => {
    const form = decisionForm(request.body)
    if (!form.ok) return sendItem(request, reply, form)
    const { person, slug, set } = await readSet(request)
    if (!set.live) {
      throw new Conflict('The person has stopped sharing this with you. Nothing was decided.')
    }
    const judged = itemOf(set, request.params.item)
    const page = paths.recogniseItem(slug, set.share.id, judged.id)
    const stepUp = requireStepUp(request, now(), { page })
    await decideOn(site, person, {
      ...{ organisation: slug, shareId: set.share.id, policyId: set.policy?.id, stepUp },
      decisions: [{ judged, decision: form.value }],
    })
    return reply.redirect(`${paths.recognition(slug, set.share.id)}?done=decided`, 303)
  })

  app.get<{ Params: Params }>(paths.stillToDo(':slug', ':share'), async (request, reply) => {
    const { person, slug, set } = await readSet(request)
    const { share, items, decisions, topUps } = set
    const policy = policyOn(await listPolicies(db, slug), dayOf(now()))
    const toDo = listStillToDo({
      items: items.map(({ id, item }) => ({ id, title: item.title })),
      ...{ decisions, topUps },
      local: [...content.alwaysLocal, ...(policy?.alsoLocal ?? [])],
    })
    const name = share.holderName ?? 'somebody who no longer shares'
    const done = textField(request.query, 'done')
    const view = { slug, shareId: share.id, name, toDo, done, viewer: person.id }
    return sendPage(reply, <StillToDoPage {...ownPage(request, reply, site)} {...view} />)
  })
}

/** Throws NotFound also where the holder has taken it out of their passport. */
function itemOf({ items }: ReceivedSet, item: string | undefined): JudgedItem {
  const id = idOf(item)
  const found = items.find((one) => one.id === id)
  if (found === undefined) throw new NotFound(`item ${id}`)
  return found
}

/** What the policy accepts, alone or with a top-up, and nobody has decided on. */
function readyItems({ items, decisions }: ReceivedSet): JudgedItem[] {
  const latest = latestDecisions(decisions)
  return items.filter(
    ({ id, suggestion: { suggests } }) =>
      !latest.has(id) && (suggests === 'accept' || suggests === 'accept-with-top-up'),
  )
}

function textItems(body: unknown): string[] {
  const sent = body !== null && typeof body === 'object' && 'items' in body ? body.items : []
  return (Array.isArray(sent) ? sent : [sent]).filter((one) => typeof one === 'string')
}

function decideAsSuggested(judged: JudgedItem) {
  const { suggests, topUp } = judged.suggestion
  if (suggests === 'unknown') return []
  return [{ judged, decision: { outcome: suggests, topUp, seen: 0 } }]
}
