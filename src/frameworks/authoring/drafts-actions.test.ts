import { describe, expect, it } from 'vitest'
import { members } from '../../../test/authorisation/people.ts'
import { personWith } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import type { Person } from '../../actor.ts'
import { asActor } from '../../database/as-actor.ts'
import { Conflict, NotFound } from '../../errors.ts'
import { readEditionContent } from '../frameworks-content.ts'
import { beginDraft, changeDraft, editThing } from './drafts-actions.ts'
import {
  getDraft,
  getThing,
  listDraftChanges,
  listDrafts,
  listThings,
  lockDraft,
  setThing,
} from './drafts-store.ts'
import { putTogether } from './model/put-together.ts'

const { site, database } = await testSite()
const { db } = site
const { edition } = readEditionContent('ahp-support-worker/2026')
const organisation = members.steward.organisation

const stewardWith = (id: string): Person => ({
  ...personWith(id),
  permissions: [{ organisation, permission: 'steward-framework' }],
})
const first = stewardWith(members.steward.id)
const second = stewardWith(members.secondSteward.id)
const worker = personWith(members.holder.id)

const begin = (version: string, person = first) =>
  beginDraft(db, person, {
    ...{ organisation, from: edition },
    name: { slug: edition.slug, version },
  })
const read = (draft: string, person = first) =>
  asActor(db, person, async (db) => putTogether(await listThings(db, { draft })))
const thingOf = (draft: string, thing: string) =>
  asActor(db, first, (db) => getThing(db, { draft, thing }))
const statement = 'statement/7.1-entry'
const reworded = (value: object, text: string) => ({ ...value, text }) as never

describe('a draft', () => {
  it('begins with all that stands in another edition, unpublished', async () => {
    const draft = await begin('begun')
    const { published: _, ...text } = edition
    expect(await read(draft)).toEqual({ ...text, version: 'begun', status: 'draft' })
  })

  it('has a name of its own, among drafts and editions', async () => {
    await begin('once')
    await expect(begin('once', second)).rejects.toThrow(Conflict)
    await expect(begin('2026')).rejects.toThrow(Conflict)
  })

  it('is begun by stewards alone, and others do not find it', async () => {
    await expect(begin('not-by-workers', worker)).rejects.toThrow()
    const draft = await begin('hidden')
    await asActor(db, worker, async (db) => {
      expect(await listDrafts(db)).toEqual([])
      expect(await listThings(db, { draft })).toEqual([])
      await expect(getDraft(db, { draft })).rejects.toThrow(NotFound)
    })
  })
})

/** Until somebody waits for a lock of another. */
async function isWaiting(): Promise<void> {
  for (;;) {
    const { rows } = await database.superuserClient.query(
      `select from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`,
    )
    if (rows.length > 0) return
  }
}

describe('one change', () => {
  it('is shown to those who work on it, with what stood there before', async () => {
    const draft = await begin('edited')
    const { value, revision } = await thingOf(draft, statement)
    const now = reworded(value, 'Shows the values of the service every day.')
    const edit = { draft, thing: statement, revision, value: now }
    expect(await editThing(db, first, edit)).toBe('saved')
    expect(await editThing(db, first, { ...edit, revision: 2 })).toBe('unchanged')
    const changes = (person: Person) => asActor(db, person, (db) => listDraftChanges(db, { draft }))
    expect(await changes(second)).toMatchObject([
      { thing: statement, act: 'changed', before: value, by: first.id },
    ])
    expect(await changes(worker)).toEqual([])
  })

  it('never takes the place of another that its writer had not seen', async () => {
    const draft = await begin('raced')
    const { value, revision } = await thingOf(draft, statement)
    const edits = [first, second].map((person, at) =>
      editThing(db, person, {
        ...{ draft, thing: statement, revision },
        value: reworded(value, `Shows values, as number ${at} says.`),
      }),
    )
    expect((await Promise.all(edits)).sort()).toEqual(['overtaken', 'saved'])
  })

  it('and a change of many wait for one another, never both', async () => {
    const draft = await begin('in-order')
    const { value, revision, position } = await thingOf(draft, statement)
    const edit = { draft, thing: statement, revision, value: reworded(value, 'By one.') }
    const locked = Promise.withResolvers<void>()
    const many = asActor(db, second, async (db) => {
      await lockDraft(db, { draft })
      locked.resolve()
      await isWaiting()
      const now = { thing: statement, position, value: reworded(value, 'By many.') }
      return setThing(db, { draft, revision }, now)
    })
    await locked.promise
    expect(await Promise.all([editThing(db, first, edit), many])).toEqual(['overtaken', true])
  })

  it('is refused with a reason once the draft is closed', async () => {
    const draft = await begin('shut')
    const { value, revision } = await thingOf(draft, statement)
    await database.superuserClient.query(`update draft set state = 'published' where id = $1`, [
      draft,
    ])
    const edit = { draft, thing: statement, revision, value: reworded(value, 'Too late.') }
    await expect(editThing(db, first, edit)).rejects.toThrow(Conflict)
  })

  it('is refused to somebody who has nothing to do with the draft', async () => {
    const draft = await begin('refused')
    const { value, revision } = await thingOf(draft, statement)
    const edit = { draft, thing: statement, revision, value: reworded(value, 'Mine.') }
    await expect(editThing(db, worker, edit)).rejects.toThrow(NotFound)
  })
})

describe('many changes at once', () => {
  it('write what differs and nothing else, and what was approved must be approved again', async () => {
    const draft = await begin('many')
    await database.superuserClient.query(`update draft set state = 'approved' where id = $1`, [
      draft,
    ])
    const [firstDomain, ...others] = edition.domains
    const changed = await changeDraft(db, first, draft, (held) => ({
      ...held,
      title: 'Another title',
      domains: held.domains.slice(1),
    }))
    const gone = (firstDomain?.sections ?? []).flatMap(({ statements }) => statements).length
    expect(changed).toBe(1 + 1 + (firstDomain?.sections.length ?? 0) + gone + others.length)
    const now = await read(draft)
    expect([now.title, now.domains.map(({ number }) => number)]).toEqual([
      'Another title',
      others.map(({ number }) => number),
    ])
    expect(await asActor(db, first, (db) => getDraft(db, { draft }))).toMatchObject({
      state: 'writing',
      revision: 2,
    })
  })

  it('are refused whole once the draft is published', async () => {
    const draft = await begin('closed')
    await database.superuserClient.query(`update draft set state = 'published' where id = $1`, [
      draft,
    ])
    const change = changeDraft(db, first, draft, (held) => ({ ...held, title: 'Too late' }))
    await expect(change).rejects.toThrow()
  })
})
