import * as fates from '../../../src/frameworks/versions/draft-fates-store.ts'
import * as record from '../../../src/frameworks/versions/versions-record-store.ts'
import { type ActorName, members } from '../people.ts'
import type { StoreRules } from '../store-rule.ts'
import type { WorldRecord } from '../world.ts'

const idOf = (actor: ActorName) => members[actor === 'nobody' ? 'lapsed' : actor].id
const of = ({ draft }: WorldRecord) => ({ draft })
const tried = (title: string) => ({
  tried: { file: 'src/frameworks/versions/versions-routes.test.ts', title },
})

export const versionsStores: Readonly<Record<string, StoreRules>> = {
  'src/frameworks/versions/draft-fates-store.ts': {
    listFates: {
      may: ['steward', 'owner'],
      reads: (db, record) => fates.listFates(db, of(record)),
    },
    insertFates: {
      may: ['steward'],
      writes: (db, record, actor) =>
        fates.insertFates(db, { ...of(record), by: idOf(actor) }, [
          { from: '9.9-entry', fate: 'unchanged', to: ['9.9-entry'], number: 1, digest: 'none' },
        ]),
    },
    findReconfirmBy: {
      may: ['steward', 'owner'],
      reads: (db, record) => fates.findReconfirmBy(db, of(record)),
    },
    insertReconfirmBy: {
      may: ['steward'],
      writes: (db, record, actor) =>
        fates.insertReconfirmBy(db, { ...of(record), by: idOf(actor), day: '2099-12-31' }),
    },
  },
  'src/frameworks/versions/successions-store.ts': {
    listSuccessions: tried(
      'is kept by a steward of an approved draft alone, once, and never changes',
    ),
    insertSuccession: tried(
      'is kept by a steward of an approved draft alone, once, and never changes',
    ),
  },
  'src/frameworks/versions/versions-record-store.ts': {
    // A steward sees what was decided on each draft anyway.
    listFateActs: {
      may: ['steward', 'owner'],
      reads: async (db, { personId }) => record.listFateActs(db, { personId }),
    },
  },
}
