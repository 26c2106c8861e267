/** What an organisation accepts, for everybody; and the pages on which its people say it. */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { asActor } from '../../database/as-actor.ts'
import { NotFound } from '../../errors.ts'
import type { EditionShelf } from '../../frameworks/edition-shelf.ts'
import { addDays, addYears, dayOf } from '../../language/days.ts'
import { readKinds } from '../../organisations/kinds-content.ts'
import { readOrganisation } from '../../organisations/read-organisation.ts'
import { paths } from '../../paths.ts'
import type { FieldFault } from '../../ui/own-layout.tsx'
import { idOf, ownPage, type Params } from '../../web/own-page.ts'
import { dateField, dayOfParts, partsOfDay, textField } from '../../web/posted-form.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { editionAt } from '../passports-edition.ts'
import { dayErrors } from './acceptance-fields.ts'
import { agreementForm } from './agreement-forms.ts'
import { agreementSteps, isInForce, noticeDays } from './model/acceptance-agreement.ts'
import { policyOn, ruleSentence } from './model/acceptance-policy.ts'
import { type AgreementEntered, type PolicyEntered, withRoom } from './model/policy-entered.ts'
import { AcceptsPage } from './pages/accepts-page.tsx'
import { AgreementPage } from './pages/agreement-page.tsx'
import { AgreementsPage } from './pages/agreements-page.tsx'
import { ChangeAcceptsPage } from './pages/change-accepts-page.tsx'
import { listAgreements, listPolicies } from './policies-store.ts'
import { policyForm } from './policy-forms.ts'
import { enteredPolicy, sensibleDefault } from './policy-start.ts'
import { answerAgreement, type NotProposed, proposeAgreement } from './recognition-actions/agree.ts'
import { requireRecogniser } from './recognition-actions/may-recognise.ts'
import { publishPolicy } from './recognition-actions/publish-policy.ts'
import { readRecognitionContent } from './recognition-content.ts'

type Request = FastifyRequest<{ Params: Params }>

export function policyRoutes(app: FastifyInstance, site: Site, shelf: EditionShelf): void {
  const { db, config, now } = site
  const words = readKinds()
  const { alwaysLocal } = readRecognitionContent()

  async function readAccepts(slug: string) {
    const today = dayOf(now())
    const policies = await listPolicies(db, slug)
    const { history, name, judgement } = await asActor(db, { kind: 'nobody' }, (db) =>
      readOrganisation(db, slug, today),
    )
    const ended = history.ending !== undefined && history.ending.on <= today
    return {
      ...{ slug, name, today, endedOn: history.ending?.on, verified: judgement.may },
      policy: ended ? undefined : policyOn(policies, today),
      next: policies.find(({ fromOn }) => fromOn > today),
      agreements: ended ? [] : await listAgreements(db, [slug]),
    }
  }

  app.get<{ Params: Params }>(
    paths.accepts(':slug'),
    { config: { public: true } },
    async (request, reply) => {
      const view = await readAccepts(request.params.slug ?? '')
      const page = <AcceptsPage {...view} {...{ alwaysLocal, words, demo: config.demo }} />
      return sendPage(reply, page)
    },
  )

  app.get<{ Params: Params }>(
    paths.acceptsJson(':slug'),
    { config: { public: true } },
    async (request, reply) => {
      const { policy, agreements, ...view } = await readAccepts(request.params.slug ?? '')
      if (policy === undefined) throw new NotFound('no policy')
      const { version, fromOn, rules, alsoLocal } = policy
      return reply.send({
        ...{ organisation: view.slug, name: view.name, version, from: fromOn },
        rules: rules.map((rule) => ({ ...rule, sentence: ruleSentence(rule, words) })),
        agreements: agreements
          .filter((one) => isInForce(one, view.today))
          .map(({ organisation, other, takes, gives, fromOn, reviewOn }) => ({
            ...{ organisation, other, takes, gives, from: fromOn, reviewOn },
          })),
        alwaysLocal: [...alwaysLocal, ...alsoLocal],
      })
    },
  )

  function theirs(request: Request) {
    const person = signedIn(request)
    const { slug = '' } = request.params
    requireRecogniser(person, slug)
    return { person, slug }
  }

  async function sendChange(
    request: Request,
    reply: FastifyReply,
    form: {
      readonly entered: PolicyEntered
      readonly errors?: readonly FieldFault[] | undefined
      readonly added?: boolean
      readonly preview?: Parameters<typeof ChangeAcceptsPage>[0]['preview']
    },
  ) {
    const { slug } = theirs(request)
    const { name } = await readAccepts(slug)
    const { levels } = (await editionAt(shelf, slug)).edition
    const view = { slug, name, words, alwaysLocal, levels, ...form }
    const page = <ChangeAcceptsPage {...ownPage(request, reply, site)} {...view} />
    return sendPage(reply, page, form.errors === undefined ? 200 : 422)
  }

  app.get<{ Params: Params }>(paths.changeAccepts(':slug'), async (request, reply) => {
    const { slug } = theirs(request)
    const today = dayOf(now())
    const [latest] = await listPolicies(db, slug)
    const entered = latest === undefined ? sensibleDefault(today) : enteredPolicy(latest, today)
    return sendChange(request, reply, { entered })
  })

  app.post<{ Params: Params }>(paths.changeAccepts(':slug'), async (request, reply) => {
    const { person, slug: organisation } = theirs(request)
    const { edition } = await editionAt(shelf, organisation)
    const sections = edition.domains.flatMap(({ sections }) => sections.map(({ code }) => code))
    const form = policyForm(request.body, { words, sections, today: dayOf(now()) })
    if (textField(request.body, 'do') === 'add') {
      const { exceptions } = form.entered
      const more = withRoom(exceptions, exceptions.length + 1)
      const added = more.length > exceptions.length
      return sendChange(request, reply, { entered: { ...form.entered, exceptions: more }, added })
    }
    if (!form.ok) return sendChange(request, reply, form)
    if (textField(request.body, 'do') === 'preview') {
      return sendChange(request, reply, { entered: form.entered, preview: form.value })
    }
    const outcome = await publishPolicy(db, person, { organisation, draft: form.value })
    if (outcome === 'published') return reply.redirect(paths.accepts(organisation), 303)
    return sendChange(request, reply, { entered: form.entered, errors: [overtaken] })
  })

  async function sendAgreements(
    request: Request,
    reply: FastifyReply,
    form?: { readonly entered: AgreementEntered; readonly errors: readonly FieldFault[] },
  ) {
    const { person, slug } = theirs(request)
    const today = dayOf(now())
    const { name, policy } = await readAccepts(slug)
    const agreements = await asActor(db, person, (db) => listAgreements(db, [slug]))
    const proposed = textField(request.query, 'done') === 'proposed'
    const entered = form?.entered ?? newAgreement(today)
    const view = { slug, name, today, agreements, proposed, published: policy !== undefined }
    const own = ownPage(request, reply, site)
    const page = <AgreementsPage {...own} {...view} entered={entered} errors={form?.errors} />
    return sendPage(reply, page, form === undefined ? 200 : 422)
  }

  app.get<{ Params: Params }>(paths.agreements(':slug'), (request, reply) =>
    sendAgreements(request, reply),
  )

  app.post<{ Params: Params }>(paths.agreements(':slug'), async (request, reply) => {
    const { person, slug: organisation } = theirs(request)
    const form = agreementForm(request.body, dayOf(now()))
    if (!form.ok) return sendAgreements(request, reply, form)
    const outcome = await proposeAgreement(site, person, { organisation, draft: form.value })
    if (outcome === 'proposed') {
      return reply.redirect(`${paths.agreements(organisation)}?done=proposed`, 303)
    }
    const errors = [{ field: 'other', message: whyNotProposed[outcome] }]
    return sendAgreements(request, reply, { entered: form.entered, errors })
  })

  async function sendAgreement(
    request: Request,
    reply: FastifyReply,
    form?: Pick<Parameters<typeof AgreementPage>[0], 'ends' | 'errors'>,
  ) {
    const { person, slug } = theirs(request)
    const id = idOf(request.params.id)
    const today = dayOf(now())
    const agreement = await asActor(db, person, (db) => listAgreements(db, [slug])).then((held) =>
      held.find((one) => one.id === id),
    )
    if (agreement === undefined) throw new NotFound(`agreement ${id}`)
    const ends = form?.ends ?? partsOfDay(addDays(today, noticeDays))
    const view = { slug, agreement, words, today, own: agreement.proposedBy === person.id }
    const own = ownPage(request, reply, site)
    const page = <AgreementPage {...own} {...view} ends={ends} errors={form?.errors} />
    return sendPage(reply, page, form === undefined ? 200 : 422)
  }

  app.get<{ Params: Params }>(paths.agreement(':slug', ':id'), (request, reply) =>
    sendAgreement(request, reply),
  )

  app.post<{ Params: Params }>(paths.agreement(':slug', ':id'), async (request, reply) => {
    const { person, slug: organisation } = theirs(request)
    const id = idOf(request.params.id)
    const step = agreementSteps.find((one) => one === textField(request.body, 'step'))
    if (step === undefined) throw new NotFound('no such step')
    const ends = dateField(request.body, 'ends')
    const today = dayOf(now())
    const span = { first: addDays(today, noticeDays), last: addYears(today, 2) }
    const errors = step === 'ended' ? dayErrors('ends', ends, span) : []
    if (errors.length > 0) return sendAgreement(request, reply, { ends, errors })
    const endsOn = step === 'ended' ? dayOfParts(ends) : undefined
    await answerAgreement(site, person, { organisation, id, step, endsOn })
    return reply.redirect(paths.agreement(organisation, id), 303)
  })
}

const overtaken = {
  field: 'sign-off-outcome',
  message: 'Somebody published another version meanwhile. Open the page again and read it first',
}

const whyNotProposed: Readonly<Record<NotProposed, string>> = {
  'not-found': 'Enter its name as the register of organisations has it',
  same: 'Enter another organisation than your own',
  'no-policy': 'Publish what you accept before you propose this',
  'not-verified': 'Both of you must be verified in the register of organisations',
}

function newAgreement(today: string): AgreementEntered {
  const terms = { kinds: ['sign-off', 'training'], months: '24', topUp: '' }
  return {
    ...{ id: randomUUID(), other: '', takes: terms, gives: terms },
    ...{ from: partsOfDay(today), review: partsOfDay(addYears(today, 1)) },
  }
}
