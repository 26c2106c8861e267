/** A holder's side: who accepts what they have, whom they show it, and what was decided. */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { asActor } from '../../database/as-actor.ts'
import { NotFound } from '../../errors.ts'
import type { EditionShelf } from '../../frameworks/edition-shelf.ts'
import { addDays, dayOf } from '../../language/days.ts'
import { readKinds } from '../../organisations/kinds-content.ts'
import { readSearch } from '../../organisations/model/register-search.ts'
import { readOrganisation } from '../../organisations/read-organisation.ts'
import { listOrganisations } from '../../organisations/register-search-store.ts'
import { paths } from '../../paths.ts'
import type { FieldFault } from '../../ui/own-layout.tsx'
import { idOf, ownPage, type Params } from '../../web/own-page.ts'
import { partsOfDay, textField } from '../../web/posted-form.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { signingNames } from '../passports-edition.ts'
import { listDecisions, listHeldRecognitions, listReplies } from './decisions-store.ts'
import { rulesOfAgreements } from './model/acceptance-agreement.ts'
import type { ReplyEntered, SetEntered } from './model/recognition-entered.ts'
import { suggestRecognition } from './model/suggest-recognition.ts'
import { chosenOf, readOwnItems } from './own-items.ts'
import { OwnRecognitionPage } from './pages/own-recognition-page.tsx'
import { OwnRecognitionsPage } from './pages/own-recognitions-page.tsx'
import { ShareSetPage } from './pages/share-set-page.tsx'
import { WhoAcceptsPage } from './pages/who-accepts-page.tsx'
import { listAgreements, listPoliciesOn, mostPolicies } from './policies-store.ts'
import { isLive } from './recognition-actions/decide.ts'
import { replyToDecision, shareSet, stopSet } from './recognition-actions/share-set.ts'
import { replyForm, setForm } from './recognition-forms.ts'
import {
  listSharedCredentials,
  listSharedEntries,
  listSharedReceived,
} from './shared-items-store.ts'
import { getRecognitionShare, listOwnRecognitionShares } from './shared-sets-store.ts'
import { listOwnTopUps, listTopUps } from './top-ups-store.ts'

type Request = FastifyRequest<{ Params: Params }>

const longestSearch = 100
/** How long a set is shared unless the holder says otherwise. */
const usualDays = 28

export function ownRecognitionRoutes(app: FastifyInstance, site: Site, shelf: EditionShelf): void {
  const { db, now } = site
  const words = readKinds()

  async function readItems(request: FastifyRequest) {
    const person = signedIn(request)
    const today = dayOf(now())
    const nameOf = await signingNames(shelf)
    const items = await asActor(db, person, (db) =>
      readOwnItems(db, { holderId: person.id, nameOf, today, baseUrl: site.config.baseUrl }),
    )
    return { person, today, items }
  }

  app.get(paths.whoAccepts(), async (request, reply) => {
    const { items, today } = await readItems(request)
    const name = textField(request.query, 'name').slice(0, longestSearch)
    const item = textField(request.query, 'item')
    const asked = items.some(({ key }) => key === item) ? item : ''
    const search = readSearch({ name }, words)
    const policies = await listPoliciesOn(db, { words: search.words, today })
    const issuers = items.flatMap((one) => one.item.issuer?.slug ?? [])
    const agreements = await listAgreements(db, [...new Set(issuers)])
    const about = items.filter(({ key }) => asked === '' || key === asked)
    const found = policies.map(({ organisation: slug, name, rules }) => {
      const all = [...rules, ...rulesOfAgreements(agreements, slug, today)]
      const suggest = (item: (typeof about)[number]) => ({
        item,
        suggestion: suggestRecognition(item.item, all, today),
      })
      return { slug, name, says: about.map(suggest) }
    })
    const known = new Set(policies.map(({ organisation }) => organisation))
    const others = search.words.length === 0 ? [] : await listOrganisations(db, search)
    const without = others.filter(({ slug, mayIssue }) => mayIssue && !known.has(slug))
    const more = policies.length === mostPolicies
    const view = { items, found, without, more, searched: { name, item: asked } }
    return sendPage(reply, <WhoAcceptsPage {...ownPage(request, reply, site)} {...view} />)
  })

  app.get(paths.ownRecognitions(), async (request, reply) => {
    const person = signedIn(request)
    const whose = { holderId: person.id }
    const today = dayOf(now())
    const { shares, held, topUps } = await asActor(db, person, async (db) => ({
      shares: await listOwnRecognitionShares(db, whose),
      held: await listHeldRecognitions(db, whose),
      topUps: await listOwnTopUps(db, whose),
    }))
    const view = {
      held,
      topUps,
      shares: shares.map((one) => ({ ...one, live: isLive(one, today) })),
    }
    return sendPage(reply, <OwnRecognitionsPage {...ownPage(request, reply, site)} {...view} />)
  })

  async function sendSet(
    request: Request,
    reply: FastifyReply,
    form?: { readonly entered: SetEntered; readonly errors: readonly FieldFault[] },
  ) {
    const { person, items, today } = await readItems(request)
    const { slug = '' } = request.params
    const { name, judgement } = await asActor(db, person, (db) => readOrganisation(db, slug, today))
    const standing = items.filter(({ item }) => item.verdict !== 'invalid')
    const entered = form?.entered ?? {
      ...{ id: randomUUID(), items: standing.map(({ key }) => key), purpose: '' },
      ends: partsOfDay(addDays(today, usualDays)),
    }
    const view = { slug, name, verified: judgement.may, items, entered }
    const own = ownPage(request, reply, site)
    const page = <ShareSetPage {...own} {...view} errors={form?.errors} />
    return sendPage(reply, page, form === undefined ? 200 : 422)
  }

  app.get<{ Params: Params }>(paths.shareWith(':slug'), (request, reply) => sendSet(request, reply))

  app.post<{ Params: Params }>(paths.shareWith(':slug'), async (request, reply) => {
    const { person, items, today } = await readItems(request)
    const offered = items.map(({ key }) => key)
    const form = setForm(request.body, offered, today)
    if (!form.ok) return sendSet(request, reply, form)
    const { slug: organisation = '' } = request.params
    const chosen = chosenOf(items, form.value.items)
    await shareSet(site, person, { organisation, set: form.value, chosen })
    return reply.redirect(`${paths.ownRecognition(form.value.id)}?done=shared`, 303)
  })

  async function readOwn(request: Request) {
    const person = signedIn(request)
    const shareId = idOf(request.params.share)
    return asActor(db, person, async (db) => {
      const share = await getRecognitionShare(db, { id: shareId, holderId: person.id })
      const credentials = await listSharedCredentials(db, { shareId })
      const entries = await listSharedEntries(db, { shareId })
      const received = await listSharedReceived(db, { shareId })
      return {
        ...{ person, share, live: isLive(share, dayOf(now())) },
        titles: new Map([
          ...credentials.map(({ item, section }) => [item, `Sign-off of ${section}`] as const),
          ...[...entries, ...received].map(({ item, title }) => [item, title] as const),
        ]),
        decisions: await listDecisions(db, { shareId }),
        replies: await listReplies(db, { shareId }),
        topUps: await listTopUps(db, { shareId }),
      }
    })
  }

  async function sendOwn(
    request: Request,
    reply: FastifyReply,
    form?: { readonly entered: ReplyEntered; readonly errors: readonly FieldFault[] },
  ) {
    const { person: _, ...view } = await readOwn(request)
    const done = textField(request.query, 'done')
    const entered = form?.entered ?? { id: randomUUID(), decision: '', words: '', findings: [] }
    const own = ownPage(request, reply, site)
    const page = (
      <OwnRecognitionPage {...own} {...view} {...{ done, entered }} errors={form?.errors} />
    )
    return sendPage(reply, page, form === undefined ? 200 : 422)
  }

  app.get<{ Params: Params }>(paths.ownRecognition(':share'), (request, reply) =>
    sendOwn(request, reply),
  )

  app.post<{ Params: Params }>(paths.stopRecognition(':share'), async (request, reply) => {
    const id = idOf(request.params.share)
    await stopSet(db, signedIn(request), id)
    return reply.redirect(`${paths.ownRecognition(id)}?done=stopped`, 303)
  })

  app.post<{ Params: Params }>(paths.replyToDecision(':share'), async (request, reply) => {
    const { person, share, decisions } = await readOwn(request)
    const offered = decisions.map(({ id }) => id)
    if (!offered.includes(textField(request.body, 'decision'))) throw new NotFound('decision')
    const form = replyForm(request.body, offered)
    if (!form.ok) return sendOwn(request, reply, form)
    await replyToDecision(site, person, { shareId: share.id, reply: form.value })
    return reply.redirect(`${paths.ownRecognition(share.id)}?done=replied`, 303)
  })
}
