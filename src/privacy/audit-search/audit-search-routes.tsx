/** What was done: for those who manage or steward, and for each person with their own record. */
import type { FastifyInstance } from 'fastify'
import { listAuditKeys } from '../../audit/batches-store.ts'
import { asActor } from '../../database/as-actor.ts'
import type { Transaction } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'
import { paths } from '../../paths.ts'
import { ownPage } from '../../web/own-page.ts'
import { sendPage } from '../../web/send-page.ts'
import { signedIn } from '../../web/sessions.ts'
import type { Site } from '../../web/site.ts'
import { searchActs, searchableScopes } from './audit-search-actions.ts'
import {
  kindsIn,
  type Scope,
  type SearchForm,
  searchForm,
  serviceScope,
} from './audit-search-forms.ts'
import { listActsAbout, listOrganisationNames, listPeopleOf } from './audit-search-store.ts'
import { parseKey } from './model/act.ts'
import { ActivityPage } from './pages/activity-page.tsx'
import { AuditSearchPage, mostPeople } from './pages/audit-search-page.tsx'

const nobody = { kind: 'nobody' } as const

export function auditSearchRoutes(app: FastifyInstance, site: Site): void {
  const { db } = site

  app.get<{ Querystring: { before?: unknown } }>(paths.activity(), async (request, reply) => {
    const person = signedIn(request)
    const before = parseKey(String(request.query.before ?? ''))
    const wanted = { holderId: person.id, before }
    const page = await asActor(db, person, (db) => listActsAbout(db, wanted))
    const own = ownPage(request, reply, site)
    return sendPage(reply, <ActivityPage {...own} {...page} {...{ reader: person.id, before }} />)
  })

  app.get(paths.auditSearch(), async (request, reply) => {
    const person = signedIn(request)
    const scopes = searchableScopes(person)
    if (scopes.length === 0) throw new NotFound('manages nobody')
    const form = searchForm(request.query, scopes)
    const choices = await asActor(db, person, (db) => readChoices(db, scopes, form))
    const found = form.ok ? await searchActs(db, person, form.search) : undefined
    const view = { ...choices, form, found, reader: person.id }
    const own = ownPage(request, reply, site)
    return sendPage(reply, <AuditSearchPage {...own} {...view} />, form.ok ? 200 : 422)
  })

  // For whoever keeps the heads of batches elsewhere, and checks them without us.
  app.get(paths.auditKeys(), { config: { public: true } }, async (_, reply) => {
    const keys = await asActor(db, nobody, listAuditKeys)
    return reply.header('cache-control', 'no-cache').send({
      keys: keys.map(({ id, publicKey, endorsedBy, endorsement }) => ({
        ...{ id, kty: 'OKP', crv: 'Ed25519', x: publicKey.toString('base64url') },
        ...{ endorsedBy, endorsement: endorsement?.toString('base64url') },
      })),
    })
  })
}

async function readChoices(db: Transaction, scopes: readonly Scope[], { entered }: SearchForm) {
  const organisation = entered.scope === serviceScope ? undefined : entered.scope
  const people =
    organisation === undefined
      ? []
      : await listPeopleOf(db, { organisation, limit: mostPeople + 1 })
  return { scopes: await nameScopes(db, scopes), people, kinds: kindsIn(entered.scope) }
}

async function nameScopes(db: Transaction, scopes: readonly Scope[]) {
  const named = await listOrganisationNames(db, scopes)
  return scopes.map((scope) => ({
    scope,
    name: named.find(({ slug }) => slug === scope)?.name ?? 'The service itself',
  }))
}
