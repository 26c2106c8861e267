/** What the pages of a draft begin with, read in one transaction. Throws NotFound. */
import { findNames } from '../../accounts/accounts-store.ts'
import type { Person } from '../../actor.ts'
import type { Transaction } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'
import { listStewardOrganisations } from '../../organisations/stewards/stewardship-store.ts'
import { idOf, type Params } from '../../web/own-page.ts'
import { textField } from '../../web/posted-form.ts'
import type { Edition } from '../model/framework.ts'
import * as store from './drafts-store.ts'
import type { Draft } from './model/draft.ts'
import { kindOfThing, type ThingKind } from './model/draft-thing.ts'
import { putTogether } from './model/put-together.ts'

export interface DraftRead {
  readonly draft: Draft
  readonly things: readonly store.StoredThing[]
  readonly edition: Edition
  /** False for reviewers, and for everybody once it is closed. */
  readonly mayWrite: boolean
}

export async function readDraft(db: Transaction, { draft: wanted }: Params): Promise<DraftRead> {
  const of = { draft: idOf(wanted) }
  const [draft, things, mayWrite] = await Promise.all([
    store.getDraft(db, of),
    store.listThings(db, of),
    store.mayWriteDraft(db, of),
  ])
  return { draft, things, mayWrite, edition: putTogether(things) }
}

/** As readDraft, for pages that change something. */
export async function readOpenDraft(db: Transaction, params: Params): Promise<DraftRead> {
  const read = await readDraft(db, params)
  if (!read.mayWrite) throw new NotFound(`nothing to write in draft ${read.draft.id}`)
  return read
}

/** The thing that an address or a form names. Throws NotFound for what is of no kind. */
export function thingAsked(asked: unknown, name = 'of'): { thing: string; kind: ThingKind } {
  const thing = textField(asked, name)
  const kind = kindOfThing(thing)
  if (kind === undefined) throw new NotFound(`thing ${thing}`)
  return { thing, kind }
}

/** Those among the changes, by name. */
export function namesIn(
  db: Transaction,
  changes: readonly { readonly by: string }[],
): Promise<ReadonlyMap<string, string>> {
  return findNames(db, [...new Set(changes.map(({ by }) => by))])
}

/** Slug of the steward that somebody begins drafts for. Throws NotFound for whoever is no steward. */
export async function stewardOfDrafts(db: Transaction, person: Person): Promise<string> {
  const steward = await findStewardOfDrafts(db, person)
  if (steward === undefined) throw new NotFound('is no steward')
  return steward
}

export async function findStewardOfDrafts(
  db: Transaction,
  { permissions }: Person,
): Promise<string | undefined> {
  const held = permissions
    .filter(({ permission }) => permission === 'steward-framework')
    .map(({ organisation }) => organisation)
  const [steward] = await listStewardOrganisations(db, held)
  return steward
}
