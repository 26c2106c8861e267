import { hasPermission, type Person } from '../../actor.ts'
import { recordEvent } from '../../audit/audit-store.ts'
import { asActor } from '../../database/as-actor.ts'
import type { Database, Transaction } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'
import { kindsIn, type Scope, type Search, serviceScope } from './audit-search-forms.ts'
import { type ActPage, isPersonOf, listActsAt, listActsOfService } from './audit-search-store.ts'

/** What a person may search: each organisation that they manage, and as a steward the service. */
export function searchableScopes(person: Person): Scope[] {
  const managed = person.permissions
    .filter(({ permission }) => permission === 'manage-team')
    .map(({ organisation }) => organisation)
  return [...managed, ...(hasPermission(person, 'steward-framework') ? [serviceScope] : [])]
}

/**
 * Looking is itself an event, told to the person who was looked up: once a search, and not again
 * for its further pages.
 */
export function searchActs(db: Database, person: Person, search: Search): Promise<ActPage> {
  return asActor(db, person, async (db) => {
    await refuseOthers(db, search)
    const page = await readActs(db, search)
    if (search.before === undefined) await recordSearch(db, person, search)
    return page
  })
}

/** Throws NotFound: nobody is told of a search by somebody who answers for none of their work. */
async function refuseOthers(db: Transaction, { scope, person }: Search): Promise<void> {
  if (person === undefined) return
  if (scope !== serviceScope && (await isPersonOf(db, { organisation: scope, person }))) return
  throw new NotFound(`person ${person}`)
}

function readActs(db: Transaction, { scope, kind, ...narrowing }: Search): Promise<ActPage> {
  const kinds = kindsIn(scope)
  const actions = kinds.find(({ slug }) => slug === kind)?.actions
  const wanted = { ...narrowing, actions }
  if (scope === serviceScope) {
    const ofService = kinds.flatMap(({ actions }) => actions)
    return listActsOfService(db, { ...wanted, actions: actions ?? ofService })
  }
  return listActsAt(db, { ...wanted, organisation: scope })
}

function recordSearch(db: Transaction, actor: Person, search: Search): Promise<void> {
  const { scope, person: about, kind, from, to } = search
  const organisation = scope === serviceScope ? undefined : scope
  const subject = `audit:${organisation ?? 'service'}`
  return recordEvent(db, actor, 'audit.searched', subject, { organisation, about, kind, from, to })
}
