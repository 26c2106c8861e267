import { randomUUID } from 'node:crypto'
import * as record from '../../../src/frameworks/authoring/drafts-record-store.ts'
import * as drafts from '../../../src/frameworks/authoring/drafts-store.ts'
import { type ActorName, members } from '../people.ts'
import type { StoreRules } from '../store-rule.ts'
import type { WorldRecord } from '../world.ts'

/** Stewards, and whoever was asked to write. */
const writer = { may: ['steward', 'owner'] } as const
const idOf = (actor: ActorName) => members[actor === 'nobody' ? 'lapsed' : actor].id
const thing = { thing: 'domain/1', position: 0, value: { number: 1, title: 'One', purpose: 'One' } }
const of = ({ draft }: WorldRecord) => ({ draft })

export const draftsStores: Readonly<Record<string, StoreRules>> = {
  'src/frameworks/authoring/drafts-record-store.ts': {
    // Whoever works on the draft sees who joined.
    listDraftActs: {
      may: ['owner', 'steward'],
      reads: async (db, { personId }) => {
        const acts = await record.listDraftActs(db, { personId })
        return acts.filter(({ did }) => did === 'joined')
      },
    },
  },
  'src/frameworks/authoring/drafts-store.ts': {
    listDrafts: {
      ...writer,
      reads: async (db, { draft }) =>
        (await drafts.listDrafts(db)).filter(({ id }) => id === draft),
    },
    getDraft: { ...writer, reads: (db, record) => drafts.getDraft(db, of(record)) },
    lockDraft: { ...writer, reads: (db, record) => drafts.lockDraft(db, of(record)) },
    insertDraft: {
      may: ['steward'],
      writes: (db, _, actor) =>
        drafts.insertDraft(db, {
          ...{ id: randomUUID(), organisation: 'lanyard-stewards', slug: 'another' },
          ...{ version: 'next', base: undefined, begunBy: idOf(actor) },
        }),
    },
    listThings: { ...writer, reads: (db, record) => drafts.listThings(db, of(record)) },
    getThing: {
      ...writer,
      reads: (db, record) => drafts.getThing(db, { ...of(record), thing: 'edition' }),
    },
    insertThings: {
      ...writer,
      writes: (db, record) =>
        drafts.insertThings(db, of(record), [{ ...thing, thing: 'domain/99' }]),
    },
    setThing: {
      ...writer,
      writes: (db, record) => drafts.setThing(db, { ...of(record), revision: 1 }, thing),
    },
    removeThings: {
      ...writer,
      writes: (db, record) => drafts.removeThings(db, of(record), ['domain/1']),
    },
    insertDraftChanges: {
      ...writer,
      writes: (db, record, actor) =>
        drafts.insertDraftChanges(db, { ...of(record), by: idOf(actor) }, [
          { thing: 'domain/99', act: 'added' },
        ]),
    },
    // Which organisation publishes a framework is no secret.
    mayKeepFramework: {
      open: (db) =>
        drafts.mayKeepFramework(db, { slug: 'another', organisation: 'lanyard-stewards' }),
    },
    endDraftWork: {
      tried: {
        file: 'src/frameworks/review/review-routes.test.ts',
        title: 'stops with their account: they work on no draft any more',
      },
    },
    mayWriteDraft: { ...writer, reads: (db, record) => drafts.mayWriteDraft(db, of(record)) },
    listDraftPeople: { ...writer, reads: (db, record) => drafts.listDraftPeople(db, of(record)) },
    listChangesOfAct: {
      tried: {
        file: 'src/frameworks/authoring/drafts-routes.test.ts',
        title: 'is not found by somebody who has nothing to do with it',
      },
    },
    listDraftChanges: {
      tried: {
        file: 'src/frameworks/authoring/drafts-actions.test.ts',
        title: 'is shown to those who work on it, with what stood there before',
      },
    },
  },
}
