/** A changed edition after the one of 2026, published by hand: for tests of what carries over. */
import type { Kysely } from 'kysely'
import type { Tables } from '../src/database/tables.ts'
import { readEditionContent } from '../src/frameworks/frameworks-content.ts'
import { insertEdition } from '../src/frameworks/frameworks-store.ts'
import { type Edition, type Statement, statementsOf } from '../src/frameworks/model/framework.ts'
import type { SuccessionLine } from '../src/frameworks/model/succession.ts'
import { insertSuccession } from '../src/frameworks/versions/successions-store.ts'

export const first = 'ahp-support-worker/2026'
export const next = 'ahp-support-worker/2027'

export interface Changed {
  /** Only what is not unchanged. */
  readonly lines: readonly SuccessionLine[]
  /** Words of statements of the new edition that the old one has too. */
  readonly texts: Readonly<Record<string, string>>
  readonly added: readonly Statement[]
  readonly reconfirmBy: string
}

/** As the owner of the database: the tables and their triggers are those of a steward who publishes. */
export async function publishNext(ownerDb: Kysely<Tables>, changed: Changed): Promise<Edition> {
  const { edition } = readEditionContent(first)
  const gone = changed.lines.filter(({ from, to }) => !to.includes(from)).map(({ from }) => from)
  const later: Edition = {
    ...edition,
    version: '2027',
    domains: edition.domains.map((domain) => ({
      ...domain,
      sections: domain.sections.map((section) => ({
        ...section,
        statements: [
          ...section.statements
            .filter(({ code }) => !gone.includes(code))
            .map((one) => ({ ...one, text: changed.texts[one.code] ?? one.text })),
          ...changed.added.filter(({ code }) => code.startsWith(`${section.code}.`)),
        ],
      })),
    })),
  }
  const lines = statementsOf(edition).map(
    ({ code }): SuccessionLine =>
      changed.lines.find(({ from }) => from === code) ?? {
        ...{ from: code, fate: 'unchanged', to: [code] },
      },
  )
  const { reconfirmBy } = changed
  await ownerDb.transaction().execute(async (db) => {
    await insertEdition(db, later, { digest: 'next' })
    await insertSuccession(db, { from: first, to: next, reconfirmBy, lines })
  })
  return later
}
