/**
 * Where to turn: the same bytes for everyone, without a session, so that nothing knows who read it.
 * There is no form at all, neither for a concern nor to look for an employer: what somebody types
 * would stand in an address. Nothing about a concern is stored.
 */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { asActor } from '../../database/as-actor.ts'
import { dayOf } from '../../language/days.ts'
import { paths } from '../../paths.ts'
import { idOf, ownPage, type Params } from '../../web/own-page.ts'
import { pageCache, sendCached } from '../../web/page-cache.ts'
import { readId, textField } from '../../web/posted-form.ts'
import { renderPage, sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import type { RegisterWords } from '../model/kinds.ts'
import { addContact, changeContact, removeContact, requireKeeper } from './contacts-actions.ts'
import { contactForm } from './contacts-forms.ts'
import { getContact, getLocal, listContacts, listLocal } from './contacts-store.ts'
import {
  type Contact,
  contactPurposes,
  signpostPurposes,
  speakingUpPurposes,
} from './model/contact.ts'
import { type ContactEntered, noContact } from './model/entered.ts'
import type { TopicName } from './model/where-to-turn.ts'
import {
  ContactFormPage,
  type ContactFormPageProps,
  ContactsPage,
} from './pages/contacts-pages.tsx'
import { LocalTurnPage, WhereToTurnPage } from './pages/where-to-turn-page.tsx'
import { readWhereToTurn } from './where-to-turn-content.ts'

type OfPlace = FastifyRequest<{ Params: Params }>

const open = { config: { public: true } } as const
const purposesOf = { speakingUp: speakingUpPurposes, signposts: signpostPurposes } as const

export function signpostingRoutes(app: FastifyInstance, site: Site, words: RegisterWords): void {
  publicRoutes(app, site, words)
  keepingRoutes(app, site)
}

function publicRoutes(app: FastifyInstance, site: Site, words: RegisterWords): void {
  const { db, now, config } = site
  const topics = readWhereToTurn()
  const nations = Object.fromEntries(words.nations.map(({ slug, name }) => [slug, name]))
  const cache = pageCache()

  app.get(paths.speakingUp(), open, (request, reply) => sendTopic(request, reply, 'speakingUp'))
  app.get(paths.signposts(), open, (request, reply) => sendTopic(request, reply, 'signposts'))
  app.get<{ Params: Params }>('/speaking-up/:slug', open, (request, reply) =>
    sendLocal(request, reply, 'speakingUp'),
  )
  app.get<{ Params: Params }>('/signposts/:slug', open, (request, reply) =>
    sendLocal(request, reply, 'signposts'),
  )

  async function sendTopic(request: FastifyRequest, reply: FastifyReply, name: TopicName) {
    const local = await listLocal(db, { purposes: purposesOf[name] })
    const key = JSON.stringify([name, local])
    return sendCached(cache, request, reply, key, () => {
      const view = { name, topic: topics[name], nations, local, demo: config.demo }
      return html(renderPage(<WhereToTurnPage {...view} />))
    })
  }

  async function sendLocal(request: OfPlace, reply: FastifyReply, name: TopicName) {
    const local = await getLocal(db, request.params.slug ?? '')
    const purposes = purposesOf[name]
    const contacts = await listContacts(db, { organisation: local.slug, purposes })
    const today = dayOf(now())
    const key = JSON.stringify([name, local, contacts, today])
    return sendCached(cache, request, reply, key, () => {
      const view = { name, topic: topics[name], local, contacts, today, demo: config.demo }
      return html(renderPage(<LocalTurnPage {...view} />))
    })
  }
}

function html(body: string) {
  return { type: 'text/html; charset=utf-8', body }
}

/** For those who manage people there. */
function keepingRoutes(app: FastifyInstance, site: Site): void {
  const { db, now } = site

  app.get<{ Params: Params }>('/orgs/:slug/contacts', async (request, reply) => {
    const { person, organisation } = keeperOf(request)
    const view = await asActor(db, person, async (db) => ({
      local: await getLocal(db, organisation),
      contacts: await listContacts(db, { organisation, purposes: contactPurposes }),
    }))
    const page = { ...view, today: dayOf(now()), done: textField(request.query, 'done') }
    return sendPage(reply, <ContactsPage {...ownPage(request, reply, site)} {...page} />)
  })

  app.get<{ Params: Params }>('/orgs/:slug/contacts/add', (request, reply) =>
    sendForm(request, reply, { id: randomUUID(), entered: noContact }),
  )

  app.post<{ Params: Params }>('/orgs/:slug/contacts/add', async (request, reply) => {
    const { person, organisation } = keeperOf(request)
    const form = contactForm(request.body, dayOf(now()))
    const id = readId(textField(request.body, 'id')) ?? randomUUID()
    if (!form.ok) return sendForm(request, reply, { ...form, id })
    await addContact(site, person, { id, organisation, draft: form.value })
    return reply.redirect(paths.contacts(organisation, 'saved'), 303)
  })

  app.get<{ Params: Params }>('/orgs/:slug/contacts/:contact', async (request, reply) => {
    const contact = await readContact(request)
    const { id } = contact
    return sendForm(request, reply, { id, contact: id, entered: enteredOf(contact) })
  })

  app.post<{ Params: Params }>('/orgs/:slug/contacts/:contact', async (request, reply) => {
    const { person, organisation } = keeperOf(request)
    const { id } = await readContact(request)
    const form = contactForm(request.body, dayOf(now()))
    if (!form.ok) return sendForm(request, reply, { ...form, id, contact: id })
    await changeContact(site, person, { id, organisation, draft: form.value })
    return reply.redirect(paths.contacts(organisation, 'saved'), 303)
  })

  app.post<{ Params: Params }>('/orgs/:slug/contacts/:contact/remove', async (request, reply) => {
    const { person, organisation } = keeperOf(request)
    await removeContact(site, person, { id: idOf(request.params.contact), organisation })
    return reply.redirect(paths.contacts(organisation, 'removed'), 303)
  })

  async function sendForm(
    request: OfPlace,
    reply: FastifyReply,
    form: Pick<ContactFormPageProps, 'id' | 'contact' | 'entered' | 'errors'>,
  ) {
    const { person, organisation } = keeperOf(request)
    const local = await asActor(db, person, (db) => getLocal(db, organisation))
    const own = ownPage(request, reply, site)
    const page = <ContactFormPage {...own} {...{ local }} {...form} />
    return sendPage(reply, page, form.errors === undefined ? 200 : 422)
  }

  /** Throws NotFound for another organisation's. */
  function readContact(request: OfPlace): Promise<Contact> {
    const { person, organisation } = keeperOf(request)
    const wanted = { id: idOf(request.params.contact), organisation }
    return asActor(db, person, (db) => getContact(db, wanted))
  }
}

function keeperOf(request: OfPlace) {
  const person = signedIn(request)
  const { slug: organisation = '' } = request.params
  requireKeeper(person, organisation)
  return { person, organisation }
}

function enteredOf({ purpose, role, phone, email, web, hours }: Contact): ContactEntered {
  return {
    ...{ purpose, role, phone: phone ?? '', email: email ?? '', web: web ?? '' },
    hours: hours ?? '',
  }
}
