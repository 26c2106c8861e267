import { randomUUID } from 'node:crypto'
import * as record from '../../../src/frameworks/terms/terms-record-store.ts'
import * as terms from '../../../src/frameworks/terms/terms-store.ts'
import { type ActorName, members } from '../people.ts'
import type { StoreRules } from '../store-rule.ts'
import type { WorldRecord } from '../world.ts'

const writer = { may: ['steward', 'owner'] } as const
const idOf = (actor: ActorName) => members[actor === 'nobody' ? 'lapsed' : actor].id
const of = ({ draft, termChange }: WorldRecord) => ({ draft, change: termChange })
const nothing = { words: [], occurrences: [], texts: [], entries: [] }

export const termsStores: Readonly<Record<string, StoreRules>> = {
  'src/frameworks/terms/terms-record-store.ts': {
    listTermActs: {
      ...writer,
      reads: async (db, { draft }) => {
        const acts = await record.listTermActs(db, { personId: members.steward.id })
        return acts.filter((act) => act.draft === draft)
      },
    },
  },
  'src/frameworks/terms/terms-store.ts': {
    listTermChanges: { ...writer, reads: (db, record) => terms.listTermChanges(db, of(record)) },
    getTermChange: { ...writer, reads: (db, record) => terms.getTermChange(db, of(record)) },
    insertTermChange: {
      ...writer,
      writes: (db, { draft }, actor) =>
        terms.insertTermChange(db, { draft, by: idOf(actor), id: randomUUID() }, nothing),
    },
    insertTermPutBack: {
      ...writer,
      writes: (db, { termChange }, actor) =>
        terms.insertTermPutBack(db, { change: termChange, by: idOf(actor) }, []),
    },
  },
}
