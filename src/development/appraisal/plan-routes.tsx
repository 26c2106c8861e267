/** The personal development plan: what is put in it, and how it goes. */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { asActor } from '../../database/as-actor.ts'
import { NotFound } from '../../errors.ts'
import { dayOf } from '../../language/days.ts'
import { dayInWords } from '../../language/plain-dates.ts'
import { paths } from '../../paths.ts'
import { atFirstPart } from '../../ui/day-question.tsx'
import type { FieldFault } from '../../ui/own-layout.tsx'
import { idOf, ownPage, type Params } from '../../web/own-page.ts'
import { partsOfDay, readId, textField } from '../../web/posted-form.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { addPlanItem, changePlanItem } from './appraisal-actions.ts'
import { planForm } from './appraisal-forms.ts'
import { readOwnAppraisal } from './appraisal-routes.tsx'
import { listPlan } from './appraisal-store.ts'
import {
  comparePlanItems,
  type PlanFields,
  type PlanItem,
  planKindWords,
  planStates,
  planStateWords,
} from './model/appraisal.ts'
import type { PlanEntered } from './model/appraisal-entered.ts'
import { PlanItemPage } from './pages/plan-item-page.tsx'

type Request = FastifyRequest<{ Params: Params }>

export function planRoutes(app: FastifyInstance, site: Site): void {
  const { db, now } = site

  async function sendNew(
    request: Request,
    reply: FastifyReply,
    form?: { readonly entered: PlanEntered; readonly errors: readonly FieldFault[] },
  ) {
    const person = signedIn(request)
    const view = await asActor(db, person, (db) =>
      readOwnAppraisal(db, person, idOf(request.params.id)),
    )
    const by = { day: '', month: '', year: '' }
    const fresh = { kind: '', words: '', helper: '', by, state: 'planned', findings: [] }
    const of = { id: randomUUID(), entered: form?.entered ?? fresh }
    const errors = atFirstPart(form?.errors, ['by'])
    const page = (
      <PlanItemPage {...ownPage(request, reply, site)} {...view} {...{ ...of, errors }} />
    )
    return sendPage(reply, page, form === undefined ? 200 : 422)
  }

  app.get<{ Params: Params }>(paths.addPlanItem(':id'), (request, reply) => sendNew(request, reply))

  app.post<{ Params: Params }>(paths.addPlanItem(':id'), async (request, reply) => {
    const form = planForm(request.body, { today: dayOf(now()) })
    if (!form.ok) return sendNew(request, reply, form)
    const id = idOf(request.params.id)
    const item = readId(textField(request.body, 'id')) ?? randomUUID()
    const fields: PlanFields = { ...form.value, state: 'planned' }
    await addPlanItem(site, signedIn(request), { id, item, fields })
    return reply.redirect(paths.appraisal(id, 'plan'), 303)
  })

  async function readItem(request: Request) {
    const person = signedIn(request)
    return asActor(db, person, async (db) => {
      const of = await readOwnAppraisal(db, person, idOf(request.params.id))
      const plan = await listPlan(db, { appraisalId: of.appraisal.id })
      const item = plan.find(({ id }) => id === request.params.item)
      if (item === undefined) throw new NotFound(`item ${request.params.item}`)
      return { ...of, item }
    })
  }

  async function sendItem(
    request: Request,
    reply: FastifyReply,
    form?: {
      readonly entered: PlanEntered
      readonly errors?: readonly FieldFault[]
      readonly mine?: PlanFields
    },
  ) {
    const { item, ...view } = await readItem(request)
    const overtaken = form?.mine && differences(item, form.mine)
    const errors = atFirstPart(form?.errors, ['by'])
    const of = { id: item.id, item, entered: form?.entered ?? enteredOf(item), overtaken, errors }
    const page = <PlanItemPage {...ownPage(request, reply, site)} {...view} {...of} />
    return sendPage(reply, page, form === undefined ? 200 : form.mine ? 409 : 422)
  }

  app.get<{ Params: Params }>(paths.planItem(':id', ':item'), (request, reply) =>
    sendItem(request, reply),
  )

  app.post<{ Params: Params }>(paths.planItem(':id', ':item'), async (request, reply) => {
    const { item, appraisal } = await readItem(request)
    const { id } = appraisal
    const version = Number(textField(request.body, 'version')) || 0
    // Once it is agreed, the form asks for nothing but how it goes.
    const state = planStates.find((one) => one === textField(request.body, 'state'))
    const goes = { ...item, state: state ?? item.state }
    const form =
      appraisal.agreedOn === undefined
        ? planForm(request.body, { today: dayOf(now()), byBefore: item.byOn })
        : { ok: true as const, value: goes, entered: enteredOf(goes) }
    if (!form.ok) return sendItem(request, reply, form)
    const said = { id, item: item.id, version, fields: form.value }
    const saved = await changePlanItem(site, signedIn(request), said)
    if (saved === 'overtaken') {
      return sendItem(request, reply, { entered: form.entered, mine: form.value })
    }
    return reply.redirect(paths.appraisal(id, 'plan'), 303)
  })
}

function enteredOf({ kind, words, helper, byOn, state }: PlanFields): PlanEntered {
  const by = byOn === undefined ? { day: '', month: '', year: '' } : partsOfDay(byOn)
  return { kind, words, helper: helper ?? '', by, state, findings: [] }
}

/** What it says now, where that is not what was sent. */
function differences(now: PlanItem, mine: PlanFields): readonly string[] {
  const says: Readonly<Record<keyof PlanFields, string>> = {
    kind: planKindWords[now.kind],
    words: now.words,
    helper: `Who helps: ${now.helper ?? 'nobody named'}`,
    byOn: `By when: ${now.byOn === undefined ? 'no day' : dayInWords(now.byOn)}`,
    state: planStateWords[now.state],
  }
  return comparePlanItems(now, mine).map((field) => says[field])
}
