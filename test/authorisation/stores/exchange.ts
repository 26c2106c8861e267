import { randomUUID } from 'node:crypto'
import * as exchange from '../../../src/frameworks/exchange/exchange-store.ts'
import type { StoreRules } from '../store-rule.ts'
import type { WorldRecord } from '../world.ts'

/** Stewards, and whoever was asked to write. */
const writer = { may: ['steward', 'owner'] } as const
const of = ({ draft }: WorldRecord) => ({ draft })
const waiting = ({ draft, draftImport }: WorldRecord) => ({ draft, id: draftImport })

export const exchangeStores: Readonly<Record<string, StoreRules>> = {
  'src/frameworks/exchange/exchange-store.ts': {
    getImport: { ...writer, reads: (db, record) => exchange.getImport(db, waiting(record)) },
    insertImport: {
      ...writer,
      writes: (db, record) =>
        exchange.insertImport(db, {
          ...{ ...of(record), id: randomUUID() },
          brought: { kind: 'workbook', value: { domains: [] } },
        }),
    },
    removeImport: { ...writer, writes: (db, record) => exchange.removeImport(db, waiting(record)) },
    removeOldImports: {
      ...writer,
      writes: (db, record) =>
        exchange.removeOldImports(db, { ...of(record), before: new Date('2100-01-01') }),
    },
  },
}
